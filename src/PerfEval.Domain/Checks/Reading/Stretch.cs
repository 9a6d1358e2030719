namespace PerfEval.Domain.Checks.Reading;

/// <summary>A stretch of a text.</summary>
internal readonly record struct Stretch(int Start, int End)
{
    public int Length => End - Start;

    public bool Holds(int place) => place >= Start && place < End;
}
