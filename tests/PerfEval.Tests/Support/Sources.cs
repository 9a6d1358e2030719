namespace PerfEval.Tests.Support;

/// <summary>The working copy the tests were built from.</summary>
public static class Sources
{
    /// <summary>Its root folder.</summary>
    public static string Root { get; } = Find();

    public static string Read(params string[] path) => File.ReadAllText(Path.Combine([Root, .. path])).ReplaceLineEndings("\n");

    /// <summary>Keeps what a document should say where a person can fetch it.</summary>
    public static string Propose(string name, string text)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "artifacts", "proposed")).FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PerfEval.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("No PerfEval.sln above the tests.");
    }
}
