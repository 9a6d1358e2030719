namespace PerfEval.Domain.Scoring;

/// <summary>Gathers everything that is wrong, so that a person learns all of it at once.</summary>
internal sealed class FaultList
{
    private readonly List<Fault> faults = [];

    /// <summary>Notes a fault unless the condition holds.</summary>
    /// <returns>Whether the condition holds.</returns>
    public bool Require(bool holds, string field, string message)
    {
        if (!holds)
        {
            faults.Add(new Fault(field, message));
        }

        return holds;
    }

    /// <summary>Notes a fault.</summary>
    public void Add(string field, string message) => faults.Add(new Fault(field, message));

    /// <summary>Notes the faults of a refused part, each led by the name of the part.</summary>
    public void Add(string field, string lead, RuleBroken refused) =>
        faults.AddRange(refused.Faults.Select(f => new Fault(field, lead + f.Message)));

    /// <summary>Refuses when anything was noted.</summary>
    /// <exception cref="RuleBroken">With all faults.</exception>
    public void ThrowIfAny()
    {
        if (faults.Count > 0)
        {
            throw new RuleBroken(faults);
        }
    }
}
