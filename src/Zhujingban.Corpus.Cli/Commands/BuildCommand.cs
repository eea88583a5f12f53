using System.CommandLine;
using System.Text.Json;
using Zhujingban.Corpus.Pipelines;
using Zhujingban.Corpus.Pipelines.Generations;

namespace Zhujingban.Corpus.Cli.Commands;

/// <summary><c>build</c>: runs a pipeline into a new generation and publishes it.</summary>
internal static class BuildCommand
{
    public static Command Create(CommandHost host)
    {
        var definition = new Argument<string>("PIPELINE.yaml") { Description = "The pipeline's definition: see pipelines/README.md." };
        var output = new Option<string?>("--output") { HelpName = "DIR", Description = "The folder that is to hold the generations, instead of the definition's." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Tell what would be read; write nothing." };
        var json = new Option<bool>("--json") { Description = "The report as one JSON document." };
        var command = new ExampleCommand("build", "Runs a pipeline into a new generation and publishes it.",
            "build pipelines/liaison-offices.yaml", "build pipelines/liaison-offices.yaml --dry-run") { definition, output, dryRun, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new BuildOptions(parsed.GetRequiredValue(definition), parsed.GetValue(output), parsed.GetValue(dryRun));
            var report = await RunAsync(options, host, cancellation);
            BuildReportView.WriteFailures(host, report);
            if (parsed.GetValue(json)) await host.Out.WriteLineAsync(JsonSerializer.Serialize(BuildReportRecord.Of(report), CliJson.Indented));
            else BuildReportView.Write(host, report);
            return (int)report.ExitCode;
        });
        return command;
    }

    private static async Task<BuildReport> RunAsync(BuildOptions options, CommandHost host, CancellationToken cancellation)
    {
        using var progress = new ProgressLine(host, TimeProvider.System);
        var runner = new PipelineRunner(new SearchIndexStore());
        return await Task.Run(() => runner.Run(options, progress.Report, cancellation), CancellationToken.None);
    }
}
