using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PerfEval.Tests.Security;

/// <summary>One way into a page: verb, name, route and what it takes.</summary>
public sealed record Handler(string Page, string Verb, string Name, string Route, IReadOnlyList<ParameterInfo> Parameters, IReadOnlyList<PropertyInfo> Bound)
{
    /// <summary>As the access table writes it.</summary>
    public string Key => Name.Length == 0 ? Verb : $"{Verb} {Name}";

    public override string ToString() => $"{Page} {Key}";

    /// <summary>The address with this id in it.</summary>
    public string Url(string id)
    {
        var path = "/" + Route.TrimStart('/').Replace("{id:int}", id, StringComparison.Ordinal).Replace("{leafId:int}", $"{Sweep.DemoLeaf}", StringComparison.Ordinal).Replace("{status:int}", "404", StringComparison.Ordinal)
            .Replace("{file:guid}", $"{Sweep.DraftFile}", StringComparison.Ordinal);
        Assert.DoesNotContain('{', path);
        return Name.Length == 0 ? path : $"{path}?handler={Name}";
    }

    public bool HasId => Route.Contains("{id", StringComparison.Ordinal);
}

/// <summary>Every door of the running program, read from its endpoints and not from its sources.</summary>
public static class Handlers
{
    public static async Task<IReadOnlyList<Handler>> OfPagesAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<Handler>();
        foreach (var endpoint in Routes(services))
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                continue;
            }

            var compiled = await loader.LoadAsync(page, endpoint.Metadata);
            var bound = compiled.BoundProperties.OfType<PageBoundPropertyDescriptor>().Select(p => p.Property).ToList();
            var handlers = compiled.HandlerMethods.Select(h => new Handler(
                page.ViewEnginePath, h.HttpMethod.ToUpperInvariant(), h.Name ?? "", endpoint.RoutePattern.RawText!,
                [.. h.Parameters.Select(p => p.ParameterInfo).Where(p => p.ParameterType != typeof(CancellationToken))], bound)).ToList();
            if (handlers.All(h => h.Verb != "GET"))
            {
                // A page without OnGet answers GET by showing itself.
                handlers.Add(new(page.ViewEnginePath, "GET", "", endpoint.RoutePattern.RawText!, [], bound));
            }

            found.AddRange(handlers.Where(h => found.All(f => f.Page != h.Page || f.Key != h.Key)));
        }

        Assert.True(found.Count > 30, $"Only {found.Count} handlers found: the sweep is blind.");
        return [.. found.OrderBy(h => h.Page, StringComparer.Ordinal).ThenBy(h => h.Key, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<RouteEndpoint> OtherThanPages(IServiceProvider services) =>
        [.. Routes(services).Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null)];

    private static IEnumerable<RouteEndpoint> Routes(IServiceProvider services) =>
        services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Distinct();
}
