using PerfEval.Domain.Organisations;

namespace PerfEval.Domain.Tests.Organisations;

/// <summary>The domain stands alone: no package, no other project, no I/O beyond the runtime.</summary>
public sealed class ReferencesTests
{
    [Fact]
    public void The_domain_references_the_runtime_only()
    {
        var references = typeof(Organisation).Assembly.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        Assert.Contains("System.Runtime", references);
        Assert.DoesNotContain(references, name => name is not "netstandard" && !name.StartsWith("System.", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.StartsWith("System.Net", StringComparison.Ordinal) || name.StartsWith("System.IO", StringComparison.Ordinal)
            || name is "System.Data.Common" or "System.Console" or "System.Diagnostics.Process");
    }

    /// <summary>The same test on an assembly that does reference packages sees them.</summary>
    [Fact]
    public void Packages_would_be_seen() =>
        Assert.Contains(typeof(ReferencesTests).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith("xunit", StringComparison.Ordinal));
}
