namespace PerfEval.Data.Evidence;

/// <summary>A piece of the bytes of a piece of evidence. All but the last are full.</summary>
public sealed class EvidenceChunk
{
    /// <summary>
    /// Bytes of a full chunk. Below the 85,000 at which .NET keeps arrays until a full collection, so that a large file
    /// passes through without growing the process.
    /// </summary>
    public const int Full = 64 * 1024;

    private EvidenceChunk()
    {
    }

    internal EvidenceChunk(Guid evidenceId, int number, byte[] bytes) => (EvidenceId, Number, Bytes) = (evidenceId, number, bytes);

    /// <summary>The file.</summary>
    public Guid EvidenceId { get; private set; }

    /// <summary>Place in the file, from 0.</summary>
    public int Number { get; private set; }

    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; private set; } = [];
}
