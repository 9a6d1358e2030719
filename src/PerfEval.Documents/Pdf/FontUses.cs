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

    /// <summary>The role and glyph with which a character is drawn.</summary>
    public (FaceRole Role, int Glyph) Find(FaceRole role, int codePoint) => fonts.Find(role, codePoint) ?? throw new MissingCharacter(codePoint);

    /// <inheritdoc/>
    public void Dispose() => _all.ForEach(use => use.Dispose());

    private FaceUse First(FaceRole role)
    {
        if (fonts[role] is not TrueTypeFace face)
        {
            throw new ArgumentException($"The face of {role} was not read from a TrueType file.", nameof(role));
        }

        var use = _all.Find(known => ReferenceEquals(known.Face, face));
        if (use is null)
        {
            _all.Add(use = new(face, _all.Count + 1));
        }

        return _byRole[(int)role] = use;
    }
}
