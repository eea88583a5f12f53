using System.Text;

namespace Zhujingban.Corpus.Pipelines.Generations;

/// <summary>Puts generations in their places, so that a reader finds the old one or the new one and never anything between.</summary>
/// <param name="output">The output folder, whose lock is held.</param>
internal sealed class GenerationPublisher(OutputFolder output)
{
    /// <summary>Removes what builds that died have left.</summary>
    public void Clean()
    {
        Remove(output.Building);
        Remove(output.Damaged);
        File.Delete(output.NextPointer);
    }

    /// <summary>True when a whole generation of this id is live already.</summary>
    public bool IsLive(GenerationManifest manifest) =>
        output.CurrentId() == manifest.Id && FileChecksum.Matches(output.Generation(manifest.Id), WithManifest(manifest));

    /// <summary>Moves the generation in <see cref="OutputFolder.Building"/> to its place and makes it the live one.</summary>
    public void Publish(GenerationManifest manifest)
    {
        var place = output.Generation(manifest.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (FileChecksum.Matches(place, WithManifest(manifest)))
        {
            Remove(output.Building);
        }
        else
        {
            // Equal ids are equal bytes: what stands in the place and differs is damaged.
            if (Directory.Exists(place)) Directory.Move(place, output.Damaged);
            Directory.Move(output.Building, place);
            Remove(output.Damaged);
        }

        using (var pointer = new FileStream(output.NextPointer, FileMode.Create, FileAccess.Write))
        {
            pointer.Write(Encoding.ASCII.GetBytes(manifest.Id + "\n"));
            pointer.Flush(flushToDisk: true);
        }

        File.Move(output.NextPointer, output.Pointer, overwrite: true);
    }

    private List<GenerationFile> WithManifest(GenerationManifest manifest)
    {
        // The manifest does not list itself; the new one stands in the building folder.
        List<GenerationFile> files = [.. manifest.Files, FileChecksum.Of(output.Building, GenerationFiles.Manifest)];
        files.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return files;
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
