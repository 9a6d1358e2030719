namespace PerfEval.Data;

/// <summary>A fact about the installation, such as that it holds demo data.</summary>
public sealed class Installation
{
    /// <summary>Name of the fact that says the database was filled with demo data.</summary>
    public const string DemoFact = "demo";

    /// <summary>Most characters of name and value.</summary>
    public const int Length = 100;

    private Installation()
    {
    }

    /// <summary>States a fact.</summary>
    public Installation(string name, string value) => (Name, Value) = (name, value);

    /// <summary>Name of the fact.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its value.</summary>
    public string Value { get; private set; } = "";
}
