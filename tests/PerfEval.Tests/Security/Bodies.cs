using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace PerfEval.Tests.Security;

/// <summary>
/// Bodies for the sweep, made from what a handler binds. Every kind of field is known here by its type, and what names
/// a row is known by its name: a handler that takes anything else fails the sweep until somebody has thought about it.
/// </summary>
internal static class Bodies
{
    /// <summary>Names under which a row, a tree, an indicator or a unit comes in; they get foreign ids.</summary>
    private static readonly HashSet<string> Guids = ["row", "funding", "Form.Id", "Result.Id", "Adjustment.Id", "Adjustment.FundingId", "Result.TargetId", "Form.Rows[0].Id", "Ticket", "Question.Id", "Leaves[0].TargetId", "Form.Own.TargetId"];

    private static readonly HashSet<string> Numbers =
    [
        "treeId", "Form.TreeId", "Form.OutlineId", "Form.IndicatorId", "Leaves[0].IndicatorId", "Form.Own.IndicatorId", "Form.ParentId", "Form.OrganisationId",
        "Grant.ScopeOrganisationId", "Overwrite[0]", "Form.SourceId", "Edit.Nodes[0].Id",
    ];

    /// <summary>Versions of rows, by name.</summary>
    private static readonly string[] Versions = ["seen", "SeenVersion", "Version"];

    /// <summary>A body that names nobody's rows.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Harmless(Handler handler) =>
        handler.Verb == "GET" ? [] : Make(handler, Guid.NewGuid(), 999_999, "1");

    /// <summary>A body in which every field that names a row names this one.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Naming(Handler handler, Guid row, int number, string? version) =>
        Make(handler, row, number, version);

    /// <summary>One body per field that names a row: this one names it, the others name nothing.</summary>
    public static IEnumerable<IReadOnlyList<KeyValuePair<string, string>>> NamingOneByOne(Handler handler, Guid row, string? version)
    {
        if (JsonBodies.Of(handler) is not null)
        {
            return JsonBodies.RowFields(handler).Select(name => JsonBodies.Naming(handler, row, version, name));
        }

        var all = Make(handler, row, 999_999, version);
        var names = Fields(handler).Where(f => f.Type == typeof(Guid)).Select(f => f.Name).ToList();
        return names.Select(name => (IReadOnlyList<KeyValuePair<string, string>>)[.. all.Where(f => f.Key == name || !names.Contains(f.Key))]);
    }

    /// <summary>True when a handler takes something that names a row.</summary>
    public static bool NamesRows(Handler handler) => JsonBodies.Of(handler) is not null ? JsonBodies.RowFields(handler).Count > 0 : Fields(handler).Any(f => f.Type == typeof(Guid) || (f.Type == typeof(int) && f.Name is not ("id" or "leafId")));

    private static List<KeyValuePair<string, string>> Make(Handler handler, Guid row, int number, string? version)
    {
        if (JsonBodies.Of(handler) is not null)
        {
            return [.. JsonBodies.Naming(handler, row, version)];
        }

        var body = new List<KeyValuePair<string, string>>();
        foreach (var (name, type) in Fields(handler))
        {
            if (name is "id" or "leafId")
            {
                continue;
            }

            var last = name.Split('.')[^1];
            string? value;
            if (name == "Place")
            {
                value = $"line:{row}";
            }
            else if (Versions.Contains(last))
            {
                value = version;
            }
            else if (type == typeof(Guid))
            {
                Assert.True(Guids.Contains(name), $"{handler} takes the row id “{name}”, which the sweep does not know.");
                value = $"{row}";
            }
            else if (type == typeof(int))
            {
                Assert.True(Numbers.Contains(name), $"{handler} takes the number “{name}”, which the sweep does not know.");
                value = $"{number}";
            }
            else
            {
                value = type == typeof(string) ? Text(last)
                    : type == typeof(bool) ? "true"
                    : type.IsEnum ? Enum.GetNames(type)[0]
                    : type == typeof(IFormFile) ? null
                    : throw new InvalidOperationException($"{handler} takes “{name}” of {type.Name}, which the sweep does not know.");
            }

            if (value is not null)
            {
                body.Add(new(name, value));
            }
        }

        return body;
    }

    private static string Text(string name) => name switch
    {
        "Date" or "SignedOn" => "2024-03-01",
        "FiscalYear" => "2024",
        _ => "1",
    };

    private static IEnumerable<(string Name, Type Type)> Fields(Handler handler) =>
        handler.Parameters.Select(p => (p.Name!, Plain(p.ParameterType))).Concat(handler.Bound.SelectMany(p => Below(p.Name, p.PropertyType, 0)));

    private static IEnumerable<(string Name, Type Type)> Below(string name, Type declared, int depth)
    {
        var type = Plain(declared);
        Assert.True(depth < 5, $"{name} is too deep for the sweep.");
        if (type.IsEnum || type.IsPrimitive || type == typeof(string) || type == typeof(Guid) || type == typeof(IFormFile))
        {
            return [(name, type)];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return Below($"{name}[0]", type.GetGenericArguments()[0], depth + 1);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            return Below($"{name}[1]", type.GetGenericArguments()[1], depth + 1);
        }

        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod?.IsPublic == true)
            .SelectMany(p => Below($"{name}.{p.Name}", p.PropertyType, depth + 1));
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
