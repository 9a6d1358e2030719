using System.ComponentModel;
using System.Diagnostics;

namespace PerfEval.Documents.Tests.Pdf;

/// <summary>Programs that read PDF, each with its own idea of what is right.</summary>
public static class Tool
{
    public static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(
                $"This test needs the program {program}: apt-get install -y poppler-utils qpdf mupdf-tools ghostscript libreoffice-calc-nogui (./test.sh does it).");
        }
    }

    /// <summary>Output of a program that must succeed.</summary>
    public static string Output(string program, params string[] arguments)
    {
        var (code, output) = Run(program, arguments);
        Assert.True(code == 0, $"{program} ended with {code}: {output}");
        return output;
    }
}
