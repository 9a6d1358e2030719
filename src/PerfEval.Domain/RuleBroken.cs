namespace PerfEval.Domain;

/// <summary>One thing that is wrong with what a person asked for.</summary>
/// <param name="Field">Name of the property concerned, empty when the fault concerns the whole.</param>
/// <param name="Message">A Chinese sentence for the user: the place and the remedy.</param>
public sealed record Fault(string Field, string Message);

/// <summary>
/// A rule of the trade was broken by what a person asked for. The message is a Chinese sentence that can be shown as
/// it is; all faults that could be found are in <see cref="Faults"/>.
/// </summary>
public sealed class RuleBroken : Exception
{
    /// <summary>Breaks one rule.</summary>
    /// <param name="message">The sentence for the user.</param>
    /// <param name="field">The property concerned, if there is one.</param>
    public RuleBroken(string message, string field = "") : base(message) => Faults = [new(field, message)];

    /// <summary>Breaks several rules at once.</summary>
    /// <param name="faults">At least one fault.</param>
    public RuleBroken(IReadOnlyList<Fault> faults) : base(string.Join("\n", faults.Select(f => f.Message))) => Faults = faults;

    /// <summary>Everything that is wrong, in the order in which it was found.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
