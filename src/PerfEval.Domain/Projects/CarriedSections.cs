using PerfEval.Domain.Narratives;

namespace PerfEval.Domain.Projects;

/// <summary>Puts the text of last year's report into the chapters of this year's.</summary>
internal static class CarriedSections
{
    /// <summary>
    /// Chapters meet by heading, those below the same chapter first. What the new outline does not have is put behind
    /// the chapter it stood behind, so that no text is lost and none slips below another heading.
    /// </summary>
    public static void Fill(Project project, Project source)
    {
        var old = source.Sections.OrderBy(s => s.Position).ToList();
        var places = Places(old, [.. project.Sections.OrderBy(s => s.Position)]);
        Section? before = null;
        for (var i = 0; i < old.Count; i++)
        {
            if (places.TryGetValue(old[i].Id, out var place))
            {
                Write(project, place, old[i]);
            }
            else if (IsNeeded(old, i, places))
            {
                place = project.InsertSection(At(project, before, old[i].Level), old[i]);
            }
            else
            {
                continue;
            }

            if (old[i].IsWritten)
            {
                place.CarryFrom(old[i].CarriedFrom ?? source.FiscalYear);
            }

            before = place;
        }
    }

    private static Dictionary<Guid, Section> Places(List<Section> old, List<Section> open)
    {
        var (oldParents, parents) = (Parents(old), Parents(open));
        var places = new Dictionary<Guid, Section>();
        foreach (var section in old.Where(s => s.Heading.Length > 0))
        {
            var found = open.Where(s => s.Heading == section.Heading)
                .OrderBy(s => parents[s.Id] == oldParents[section.Id] ? 0 : 1).ThenBy(s => s.Level == section.Level ? 0 : 1).ThenBy(s => s.Position).FirstOrDefault();
            if (found is not null)
            {
                places[section.Id] = found;
                open.Remove(found);
            }
        }

        return places;
    }

    // Heading of the chapter above each section.
    private static Dictionary<Guid, string> Parents(List<Section> sections)
    {
        var (parents, above) = (new Dictionary<Guid, string>(), new string[5]);
        foreach (var section in sections)
        {
            parents[section.Id] = above.Take(section.Level).LastOrDefault(h => !string.IsNullOrEmpty(h)) ?? "";
            above[section.Level] = section.Heading;
            Array.Clear(above, section.Level + 1, above.Length - section.Level - 1);
        }

        return parents;
    }

    private static void Write(Project project, Section place, Section old)
    {
        if (!old.IsWritten && (old.Body.Length == 0 || place.Body.Length > 0))
        {
            return;
        }

        // The outline's own table stays: it fills itself from this year's rows.
        var withTable = place.Body.Length == 0 || old.Body.Contains(place.Body, StringComparison.Ordinal) ? old.Body : $"{old.Body}\n{place.Body}";
        project.WriteSection(place.Id, place.Version, withTable.Length <= Section.BodyLength ? withTable : old.Body);
    }

    // A heading without text comes along only when a text below it does.
    private static bool IsNeeded(List<Section> old, int i, Dictionary<Guid, Section> places) =>
        old[i].IsWritten || old.Skip(i + 1).TakeWhile(s => s.Level > old[i].Level).Any(s => s.IsWritten && !places.ContainsKey(s.Id));

    private static int At(Project project, Section? before, int level)
    {
        if (before is null || level == 0)
        {
            return before is { Level: 0 } ? Index(project, before) + 1 : 0;
        }

        var at = Index(project, before) + 1;
        while (at < project.Sections.Count && project.Sections[at].Level > level)
        {
            at++;
        }

        return at;
    }

    private static int Index(Project project, Section section) => project.Sections.ToList().IndexOf(section);
}
