namespace PerfEval.Domain.Organisations;

/// <summary>One row of an imported list of people, as typed.</summary>
/// <param name="Row">Number of the row in the file.</param>
/// <param name="UserName">用户名.</param>
/// <param name="DisplayName">姓名.</param>
/// <param name="OrganisationCode">单位编码.</param>
public sealed record AccountRow(int Row, string UserName, string DisplayName, string OrganisationCode);

/// <summary>One account the list would open.</summary>
/// <param name="Row">Number of the row in the file.</param>
/// <param name="UserName">用户名.</param>
/// <param name="DisplayName">姓名.</param>
/// <param name="Organisation">The unit.</param>
public sealed record AccountStep(int Row, string UserName, string DisplayName, Organisation Organisation);

/// <summary>Limits and characters of an account's fields.</summary>
/// <param name="UserNameLength">Most characters of a user name.</param>
/// <param name="DisplayNameLength">Most characters of a name.</param>
/// <param name="UserNameCharacters">Characters a user name is made of.</param>
public sealed record AccountLimits(int UserNameLength, int DisplayNameLength, string UserNameCharacters);

/// <summary>Reads a list of people against units and accounts that are there: a plan, or every fault at once.</summary>
public static class AccountImport
{
    /// <summary>Understands a list; the plan is complete only when there is no fault.</summary>
    /// <param name="rows">The rows as typed.</param>
    /// <param name="organisations">All units.</param>
    /// <param name="taken">User names that are in use.</param>
    /// <param name="limits">What an account can hold.</param>
    public static (IReadOnlyList<AccountStep> Steps, IReadOnlyList<Fault> Faults) Plan(
        IReadOnlyList<AccountRow> rows, IReadOnlyList<Organisation> organisations, IEnumerable<string> taken, AccountLimits limits)
    {
        var (steps, faults) = (new List<AccountStep>(), new List<Fault>());
        var units = organisations.ToDictionary(o => o.Code, StringComparer.OrdinalIgnoreCase);
        var used = taken.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var before = faults.Count;
            Say(row.Row, "用户名", NameFault(row.UserName));
            Say(row.Row, "姓名", row.DisplayName.Length == 0 ? "没有填写" : row.DisplayName.Length > limits.DisplayNameLength ? $"超过{limits.DisplayNameLength}个字，请缩短" : null);
            Say(row.Row, "单位编码", UnitFault(row.OrganisationCode));
            if (row.UserName.Length > 0)
            {
                Say(row.Row, "用户名", used.Contains(row.UserName) ? $"“{row.UserName}”已被使用，请换一个或删去该行"
                    : !seen.TryAdd(row.UserName, row.Row) ? $"与第{seen[row.UserName]}行重复（{row.UserName}），请删去一行或换一个" : null);
            }

            if (faults.Count == before)
            {
                steps.Add(new(row.Row, row.UserName, row.DisplayName, units[row.OrganisationCode]));
            }
        }

        return (steps, faults);

        void Say(int row, string column, string? message)
        {
            if (message is not null)
            {
                faults.Add(new($"{row}", $"第{row}行“{column}”：{message}"));
            }
        }

        string? NameFault(string name) =>
            name.Length == 0 ? "没有填写"
            : name.Length > limits.UserNameLength ? $"超过{limits.UserNameLength}个字符，请缩短"
            : name.All(limits.UserNameCharacters.Contains) ? null : $"“{name}”只能用字母、数字和 - . _";

        string? UnitFault(string code) =>
            code.Length == 0 ? "没有填写"
            : !units.TryGetValue(code, out var unit) ? $"没有编码为 {code} 的单位，请先导入单位或改正编码"
            : unit.IsActive ? null : $"{code}“{unit.Name}”已停用，请先启用或改正编码";
    }
}
