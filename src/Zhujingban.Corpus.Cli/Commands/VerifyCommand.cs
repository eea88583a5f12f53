using System.CommandLine;
using System.Text.Json;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>verify</c>: proves that the live generation is whole and that nothing of its sources is lost.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandHost host)
    {
        var folder = new Argument<string?>("DIR")
        {
            Description = "A pipeline's output folder; without it, the default pipeline's.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var corpus = CorpusFolder.Option();
        var json = new Option<bool>("--json") { Description = "The report as one JSON document." };
        var command = new ExampleCommand("verify",
            "Proves a generation: checksums, that every character of every source is accounted for, that copies equal their source.",
            "verify", "verify artifacts/liaison-offices") { folder, corpus, json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(folder) is not null && parsed.GetValue(corpus) is not null)
                throw new PipelineException(ExitCode.Usage, "both DIR and --corpus; expected one of them");
            var output = CorpusFolder.Resolve(parsed.GetValue(folder) ?? parsed.GetValue(corpus));
            var report = new GenerationVerifier(new SearchIndexStore()).VerifyCurrent(output);
            foreach (var fault in report.Faults) BuildReportView.WriteFault(host, fault);
            if (parsed.GetValue(json))
                host.Out.WriteLine(JsonSerializer.Serialize(new VerificationRecord(1, report.Id, report.Faults.Count == 0, report.Faults), CliJson.Indented));
            else
                host.Out.WriteLine(report.Faults.Count == 0
                    ? $"generation {report.Id} is sound: {report.Counts?.Documents} documents, every character of their sources accounted for"
                    : $"generation {report.Id} is not sound: {report.Faults.Count} faults");
            return (int)(report.Faults.Count == 0 ? ExitCode.Done : ExitCode.VerificationFailed);
        });
        return command;
    }
}
