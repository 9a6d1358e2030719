using PerfEval.Domain.Projects;
using PerfEval.Web.Evidence;

namespace PerfEval.Web.Setup;

/// <summary>How large evidence may be: Evidence:LargestFile and Evidence:LargestProject, in MB.</summary>
internal static class EvidenceSetup
{
    /// <summary>Largest body of one upload, bytes: several files may come at once. It caps what an installation may allow per file.</summary>
    public const long LargestBody = 210 * EvidenceLimits.Megabyte;

    private const int LargestFile = 200;

    public static void AddEvidence(this WebApplicationBuilder builder)
    {
        var usual = new EvidenceLimits();
        var file = builder.Configuration.GetValue("Evidence:LargestFile", usual.LargestFile / EvidenceLimits.Megabyte);
        var project = builder.Configuration.GetValue("Evidence:LargestProject", usual.LargestProject / EvidenceLimits.Megabyte);
        if (file is < 1 or > LargestFile || project < file)
        {
            throw new InvalidOperationException($"Evidence:LargestFile is {file}, Evidence:LargestProject is {project}: MB of a file, 1 to {LargestFile}, and of a project, not less than a file.");
        }

        builder.Services.AddSingleton(usual with { LargestFile = file * EvidenceLimits.Megabyte, LargestProject = project * EvidenceLimits.Megabyte });
        builder.Services.AddScoped<EvidenceUploads>();
    }
}
