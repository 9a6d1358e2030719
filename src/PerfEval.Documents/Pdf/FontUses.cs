using PerfEval.Documents.Fonts;

namespace PerfEval.Documents.Pdf;

/// <summary>The faces a document uses. Two roles with the same face share its subset.</summary>
internal sealed class FontUses(FontSet fonts) : IDisposable
{
    private readonly FaceUse?[] _byRole = new FaceUse?[Enum.GetValues<FaceRole>().Length];
    private readonly List<FaceUse> _all = [];

    /// <summary>Faces in the order of use.</summary>
    public IReadOnlyList<FaceUse> All => _all;

    /// <summary>The face of a role.</summary>
    public FaceUse this[FaceRole role] => _byRole[(int)role] ?? First(role);

    /// <summary>The face of a role, which must have outlines to embed.</summary>
    public static TrueTypeFace TrueType(FontSet fonts, FaceRole role) => fonts[role] as TrueTypeFace
        ?? throw new ArgumentException($"The face of {role} was not read from a TrueType file.", nameof(fonts));

    /// <inheritdoc/>
    public void Dispose() => _all.ForEach(use => use.Dispose());

    private FaceUse First(FaceRole role)
    {
        var face = TrueType(fonts, role);
        var use = _all.Find(known => ReferenceEquals(known.Face, face));
        if (use is null)
        {
            _all.Add(use = new(face, _all.Count + 1));
        }

        return _byRole[(int)role] = use;
    }
}
