using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Zhujingban.Corpus.Benchmarks.MediaWiki;

/// <summary>
/// The peer: mwparserfromhell with its C tokenizer, as Debian packages it (<c>apt-get install python3-mwparserfromhell</c>),
/// under Debian's own interpreter.
/// </summary>
internal static class MwParserFromHell
{
    private const string Interpreter = "/usr/bin/python3";

    /// <summary>Its bytes of UTF-8 a second on the pages, and its version; null and the reason when it cannot be run.</summary>
    public static (double? Speed, string Reason) BytesPerSecond(IReadOnlyList<string> pages)
    {
        var script = Path.Combine(PageSet.Root, "tests", "Zhujingban.Corpus.Benchmarks", "MediaWiki", "mwparserfromhell_speed.py");
        var start = new ProcessStartInfo(Interpreter, ["-I", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        try
        {
            using var python = Process.Start(start) ?? throw new InvalidOperationException($"{Interpreter} does not start.");
            var error = python.StandardError.ReadToEndAsync();
            SendPages(python, pages);
            var output = python.StandardOutput.ReadToEnd();
            python.WaitForExit();
            return python.ExitCode == 0 ? Parse(output) : (null, error.Result.Trim());
        }
        catch (Win32Exception missing)
        {
            return (null, missing.Message);
        }
    }

    private static void SendPages(Process python, IReadOnlyList<string> pages)
    {
        try
        {
            foreach (var page in pages) python.StandardInput.WriteLine(JsonSerializer.Serialize(page));
            python.StandardInput.Close();
        }
        catch (IOException)
        {
            // The script ended before it read everything; its exit code and message say why.
        }
    }

    private static (double? Speed, string Reason) Parse(string output)
    {
        using var record = JsonDocument.Parse(output);
        var root = record.RootElement;
        if (!root.GetProperty("useC").GetBoolean()) return (null, "its C tokenizer is not built");
        return (root.GetProperty("bytes").GetInt64() / root.GetProperty("seconds").GetDouble(), root.GetProperty("version").GetString() ?? "");
    }
}
