namespace PerfEval.Domain.Organisations;

/// <summary>One row of an imported list of units, as typed.</summary>
/// <param name="Row">Number of the row in the file.</param>
/// <param name="Code">单位编码.</param>
/// <param name="Name">单位名称.</param>
/// <param name="Kind">单位类别.</param>
/// <param name="ParentCode">上级单位编码, empty for a root.</param>
public sealed record OrganisationRow(int Row, string Code, string Name, string Kind, string ParentCode);

/// <summary>What the list would do to one unit.</summary>
/// <param name="Row">Number of the row in the file.</param>
/// <param name="Code">Code of the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="ParentCode">Code of the one above; null for a root.</param>
/// <param name="Existing">The unit of this code that is there already: it gets name and kind of the list.</param>
public sealed record OrganisationStep(int Row, string Code, string Name, OrganisationKind Kind, string? ParentCode, Organisation? Existing)
{
    /// <summary>True when the unit is there already and the list says nothing new.</summary>
    public bool IsUnchanged => Existing is { } unit && unit.Name == Name && unit.Kind == Kind;
}

/// <summary>
/// Reads a list of units against those that are there: either a plan in an order in which parents come first, or every
/// fault of every row at once. A unit that is there keeps its place; moving a branch is an act of its own.
/// </summary>
public sealed class OrganisationImport
{
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, Organisation> existing;
    private readonly Dictionary<string, OrganisationStep> steps = [];

    private OrganisationImport(IReadOnlyList<Organisation> existing) => this.existing = existing.ToDictionary(o => o.Code);

    /// <summary>What is wrong, row by row; nothing may be imported while there is a fault.</summary>
    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>What would be done, parents before children.</summary>
    public IReadOnlyList<OrganisationStep> Steps { get; private set; } = [];

    /// <summary>Understands a list.</summary>
    /// <param name="rows">The rows as typed.</param>
    /// <param name="existing">All units that are there.</param>
    public static OrganisationImport Plan(IReadOnlyList<OrganisationRow> rows, IReadOnlyList<Organisation> existing)
    {
        var import = new OrganisationImport(existing);
        foreach (var row in rows)
        {
            import.Understand(row);
        }

        import.CheckParents();
        import.CheckNames();
        import.Order();
        import.faults.Sort((a, b) => RowOf(a).CompareTo(RowOf(b)));
        return import;
    }

    /// <summary>Carries the plan out on the loaded units.</summary>
    /// <returns>The units that are new.</returns>
    /// <exception cref="RuleBroken">The list has faults.</exception>
    public IReadOnlyList<Organisation> Carry()
    {
        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }

        var founded = new List<Organisation>();
        foreach (var step in Steps)
        {
            if (step.Existing is { } unit)
            {
                unit.Change(step.Name, step.Kind);
                continue;
            }

            var made = Organisation.Found(step.ParentCode is { } code ? existing[code] : null, step.Code, step.Name, step.Kind);
            existing[made.Code] = made;
            founded.Add(made);
        }

        return founded;
    }

    private static int RowOf(Fault fault) => int.Parse(fault.Field, System.Globalization.CultureInfo.InvariantCulture);

    private void Refuse(int row, string column, string message) => faults.Add(new($"{row}", $"第{row}行“{column}”：{message}"));

    private void Understand(OrganisationRow row)
    {
        var kind = OrganisationKindWords.Parse(row.Kind);
        if (kind is null)
        {
            Refuse(row.Row, "单位类别", row.Kind.Length == 0 ? "没有填写" : $"“{row.Kind}”不是可用的类别，请填市、区（县）、财政局、部门、街道办事处或社区");
        }

        if (row.Name.Length is 0 or > Organisation.NameLength)
        {
            Refuse(row.Row, "单位名称", row.Name.Length == 0 ? "没有填写" : $"超过{Organisation.NameLength}个字，请缩短");
        }

        string code;
        try
        {
            code = Organisation.NormaliseCode(row.Code);
        }
        catch (RuleBroken broken)
        {
            Refuse(row.Row, "单位编码", row.Code.Length == 0 ? "没有填写" : broken.Message);
            return;
        }

        if (steps.TryGetValue(code, out var earlier))
        {
            Refuse(row.Row, "单位编码", $"与第{earlier.Row}行重复（{code}），请删去一行或改正编码");
            return;
        }

        var parent = row.ParentCode.Length == 0 ? null : row.ParentCode.ToUpperInvariant();
        steps[code] = new(row.Row, code, row.Name, kind ?? OrganisationKind.Department, parent, existing.GetValueOrDefault(code));
    }

    private void CheckParents()
    {
        foreach (var step in steps.Values)
        {
            if (step.ParentCode == step.Code)
            {
                Refuse(step.Row, "上级单位", "不能是本单位自己，请改正编码");
            }
            else if (step.ParentCode is { } code && !steps.ContainsKey(code) && !existing.ContainsKey(code))
            {
                Refuse(step.Row, "上级单位", $"没有编码为 {code} 的单位，请先导入上级或改正编码");
            }
            else if (step.Existing is { } unit && PresentParent(unit) != step.ParentCode)
            {
                Refuse(step.Row, "上级单位", $"{step.Code} 现在的上级是 {PresentParent(unit) ?? "（无）"}；导入不移动单位，请在单位页面移动或改正编码");
            }
            else if (step.ParentCode is { } above && existing.TryGetValue(above, out var parent) && !parent.IsActive && step.Existing is null)
            {
                Refuse(step.Row, "上级单位", $"{above}“{parent.Name}”已停用，请先启用或改正编码");
            }
        }
    }

    private void CheckNames()
    {
        var named = existing.Values.Where(o => !steps.ContainsKey(o.Code)).Select(o => (Row: 0, Parent: PresentParent(o), o.Name, o.Code))
            .Concat(steps.Values.Select(s => (s.Row, Parent: s.ParentCode, s.Name, s.Code)));
        foreach (var same in named.Where(n => n.Name.Length > 0).GroupBy(n => (n.Parent, n.Name)).Where(g => g.Count() > 1))
        {
            var first = same.First();
            foreach (var later in same.Skip(1).Where(n => n.Row > 0))
            {
                Refuse(later.Row, "单位名称", $"同一上级下已有“{later.Name}”（{(first.Row == 0 ? first.Code : $"第{first.Row}行")}），请改名或删去一行");
            }
        }
    }

    // Parents first; what is left when no row can be placed any more stands in a circle.
    private void Order()
    {
        var (ordered, placed) = (new List<OrganisationStep>(), new HashSet<string>());
        var open = steps.Values.OrderBy(s => s.Row).ToList();
        while (open.Count > 0)
        {
            var next = open.Where(s => s.ParentCode is null || placed.Contains(s.ParentCode) || !steps.ContainsKey(s.ParentCode)).ToList();
            if (next.Count == 0)
            {
                open.Where(s => s.ParentCode != s.Code && InCircle(s)).ToList()
                    .ForEach(s => Refuse(s.Row, "上级单位", $"{s.Code} 的上级绕成一圈，请改正编码"));
                break;
            }

            ordered.AddRange(next);
            placed.UnionWith(next.Select(s => s.Code));
            open = [.. open.Except(next)];
        }

        Steps = ordered;
        PathsFit();
    }

    private void PathsFit()
    {
        var paths = existing.Values.ToDictionary(o => o.Code, o => o.Path);
        foreach (var step in Steps.Where(s => s.Existing is null))
        {
            paths[step.Code] = $"{(step.ParentCode is { } code ? paths.GetValueOrDefault(code, "/") : "/")}{step.Code}/";
            if (paths[step.Code].Length > Organisation.PathLength)
            {
                Refuse(step.Row, "上级单位", "单位层级太深，请减少层级或缩短编码");
            }
        }
    }

    private bool InCircle(OrganisationStep step)
    {
        var seen = new HashSet<string>();
        for (var at = step; at.ParentCode is { } code && steps.TryGetValue(code, out var above); at = above)
        {
            if (above == step)
            {
                return true;
            }

            if (!seen.Add(code))
            {
                return false;
            }
        }

        return false;
    }

    private static string? PresentParent(Organisation unit)
    {
        var codes = unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return codes.Length > 1 ? codes[^2] : null;
    }
}
