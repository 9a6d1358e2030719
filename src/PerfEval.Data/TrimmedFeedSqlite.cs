#if TRIMMED_FEED
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace PerfEval.Data;

/// <summary>
/// Only in builds against a trimmed package feed: EF Core asks for SQLitePCLRaw 2.1, the feed has 2.0.6. The assembly
/// beside this one answers for it, and where the system brings a newer SQLite than the bundled 3.35 it is preferred.
/// </summary>
internal static class TrimmedFeedSqlite
{
    private const string SystemSqlite = "libsqlite3.so.0";

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "It must run before EF Core loads the provider.")]
    internal static void AnswerForSqlite() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            if (name.Name is null || !name.Name.StartsWith("SQLitePCLRaw", StringComparison.Ordinal))
            {
                return null;
            }

            // The assembly's own folder, not the base directory: design-time tools start elsewhere.
            var file = Path.Combine(Path.GetDirectoryName(typeof(TrimmedFeedSqlite).Assembly.Location)!, name.Name + ".dll");
            if (!File.Exists(file))
            {
                return null;
            }

            var assembly = context.LoadFromAssemblyPath(file);
            if (name.Name.StartsWith("SQLitePCLRaw.provider", StringComparison.Ordinal))
            {
                NativeLibrary.SetDllImportResolver(assembly, Resolve);
            }

            return assembly;
        };

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? path) =>
        library == "e_sqlite3" && NativeLibrary.TryLoad(SystemSqlite, out var handle) ? handle : 0;
}
#endif
