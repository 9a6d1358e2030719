using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace PerfEval.Tests.Security;

/// <summary>Bodies for handlers that take JSON. As in <see cref="Bodies"/>, what names a row must be known here.</summary>
internal static class JsonBodies
{
    /// <summary>The name under which a JSON body travels among form fields.</summary>
    public const string Key = "$json";

    private static readonly HashSet<string> Rows = ["Id", "Before"];

    /// <summary>What the handler takes as its body; null when it takes a form.</summary>
    public static ParameterInfo? Of(Handler handler) => handler.Parameters.FirstOrDefault(p => p.GetCustomAttribute<FromBodyAttribute>() is not null);

    /// <summary>The body with this row in every field that names one, or in one of them only.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Naming(Handler handler, Guid row, string? version, string? only = null) =>
        [new(Key, Make(handler, Of(handler)!.ParameterType, row, version, only)!.ToJsonString())];

    /// <summary>The fields of the body that name rows.</summary>
    public static IReadOnlyList<string> RowFields(Handler handler)
    {
        var type = Of(handler)!.ParameterType;
        return [.. (Element(type) ?? type).GetProperties().Where(p => Plain(p.PropertyType) == typeof(Guid)).Select(p => p.Name)];
    }

    private static JsonNode? Make(Handler handler, Type type, Guid row, string? version, string? only)
    {
        if (Element(type) is { } element)
        {
            return new JsonArray(Make(handler, element, row, version, only));
        }

        if (type == typeof(string))
        {
            return "1";
        }

        if (type.IsAssignableTo(typeof(IEnumerable<KeyValuePair<string, string>>)))
        {
            return new JsonObject { ["Item"] = "扫", ["Spent"] = "1" };
        }

        var body = new JsonObject();
        foreach (var property in type.GetProperties())
        {
            var (name, plain) = (property.Name, Plain(property.PropertyType));
            if (plain == typeof(Guid))
            {
                Assert.True(Rows.Contains(name), $"{handler} takes the row id “{name}”, which the sweep does not know.");
                body[name] = only is null || only == name ? row.ToString() : property.PropertyType == typeof(Guid) ? Guid.NewGuid().ToString() : null;
            }
            else if (name == "Seen")
            {
                body[name] = version is null ? null : JsonValue.Create(long.Parse(version, System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                body[name] = plain == typeof(bool) ? true : plain == typeof(string) && name != "Text" ? null : Make(handler, plain, row, version, only);
            }
        }

        return body;
    }

    private static Type? Element(Type type) =>
        type != typeof(string) && !type.IsAssignableTo(typeof(IEnumerable<KeyValuePair<string, string>>)) && type.IsGenericType && type.GetGenericArguments() is [var element] && !type.IsValueType
            ? element : null;

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
