using BenchmarkDotNet.Running;
using Zhujingban.Corpus.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmarks).Assembly).Run(args);
