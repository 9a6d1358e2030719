using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Tests.Support;

namespace PerfEval.Tests.Killing;

/// <summary>
/// An accountant at the spending grid. Sends, resends and takes answers exactly as wwwroot/js/grid/saving.js: all waiting
/// rows in one request, new rows with no version, the same rows again when no answer came.
/// </summary>
internal sealed class Clerk(int number, int project, HttpClient client, string token, Tally tally)
{
    private readonly Random chance = new(number);
    private readonly Dictionary<Guid, OwnRow> rows = [];
    private int typedLines;

    /// <summary>The project in which the rows are.</summary>
    public int Project => project;

    /// <summary>All rows this accountant ever sent, also those deleted since.</summary>
    public IReadOnlyCollection<OwnRow> Rows => rows.Values;

    /// <summary>Opens the spending page, as a browser does once; it stays open while the server comes and goes.</summary>
    public static async Task<Clerk> SitDownAsync(int number, int project, HttpClient client, Tally tally)
    {
        var page = await client.GetDocumentAsync($"/projects/{project}/spending");
        return new(number, project, client, page.QuerySelector("#lines input[name=__RequestVerificationToken]")!.GetAttribute("value")!, tally);
    }

    /// <summary>Types and saves until the connection is lost.</summary>
    public async Task WorkAsync()
    {
        do
        {
            Type();
        }
        while (await SendAsync(mayBreakOff: true));
    }

    /// <summary>Saves what still waits, typing nothing more.</summary>
    public async Task FinishAsync()
    {
        for (var sending = 0; rows.Values.Any(r => r.Waits); sending++)
        {
            Assert.True(sending < 50 && await SendAsync(mayBreakOff: false), $"Accountant {number} cannot save what is left.");
        }
    }

    // After a lost answer a person sometimes types on in a row that waits already, and sometimes only waits.
    private void Type()
    {
        var kept = rows.Values.Where(r => r is { Wanted: not null, Seen: not null } || (r.Wanted is not null && r.Unanswered.Count > 0 && chance.Next(3) == 0)).ToList();
        var act = chance.Next(10);
        if (kept.Count == 0 || act < 5)
        {
            Guid? before = act == 0 ? kept.Find(r => r.IsAcknowledged)?.Id : null;
            for (var i = chance.Next(1, 4); i > 0; i--)
            {
                var row = new OwnRow(Guid.NewGuid(), Line(), before);
                rows.Add(row.Id, row);
            }
        }
        else if (act < 9)
        {
            var row = kept[chance.Next(kept.Count)];
            row.Wanted = row.Wanted! with { Spent = Amount(50), BalanceReason = $"第{++typedLines}次改" };
        }
        else if (kept.Find(r => r is { IsAcknowledged: true, MayLinger: false }) is { } row)
        {
            row.Wanted = null;
        }
    }

    private async Task<bool> SendAsync(bool mayBreakOff)
    {
        var sent = rows.Values.Where(r => r.Waits).Select(r => (Row: r, Texts: r.Wanted)).ToList();
        if (sent.Count == 0)
        {
            return true;
        }

        var body = new JsonArray([.. sent.Select(s => new JsonObject
        {
            ["id"] = s.Row.Id,
            ["seen"] = s.Row.Seen,
            ["typed"] = s.Texts?.ToJson(),
            ["before"] = s.Row.Before,
        })]);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/projects/{project}/spending/rows?handler=Save") { Content = JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Add("Accept", "application/json");
        foreach (var (row, _) in sent.Where(s => s.Row.Unanswered.Count > 0))
        {
            tally.Resend();
        }

        // A network that fails while the server lives on.
        using var network = new CancellationTokenSource();
        if (mayBreakOff && chance.Next(20) == 0)
        {
            network.CancelAfter(chance.Next(1, 60));
        }

        tally.Sending();
        try
        {
            using var answer = await client.SendAsync(request, network.Token);
            Take(sent, answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(network.Token));
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            if (e is JsonException)
            {
                tally.Faults.Enqueue($"An answer that is no JSON: {e.Message}");
            }

            sent.ForEach(s => s.Row.Unanswered.Add(s.Texts));
            if (!network.IsCancellationRequested)
            {
                return false;
            }

            sent.ForEach(s => s.Row.MayLinger = true);
            tally.BreakOff();
            return true;
        }
        finally
        {
            tally.Answered();
        }
    }

    private void Take(List<(OwnRow Row, Texts? Texts)> sent, HttpStatusCode status, JsonElement answer)
    {
        if (status == HttpStatusCode.OK)
        {
            var told = answer.GetProperty("rows").EnumerateArray().ToDictionary(r => r.GetProperty("id").GetGuid());
            foreach (var (row, texts) in sent)
            {
                tally.Acknowledge();
                if (texts is not null && (!told.TryGetValue(row.Id, out var stored) || Texts.Of(stored.GetProperty("typed")) != texts))
                {
                    tally.Faults.Enqueue($"Sent {texts}, acknowledged {answer}");
                }

                row.Acknowledge(texts, texts is null ? null : told[row.Id].GetProperty("version").GetInt64());
            }
        }
        else if (status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest)
        {
            Refused(sent, status, answer);
        }
        else
        {
            tally.Faults.Enqueue($"{status}: {answer}");
        }
    }

    private void Refused(List<(OwnRow Row, Texts? Texts)> sent, HttpStatusCode status, JsonElement answer)
    {
        var faults = answer.GetProperty("faults").EnumerateArray().ToList();
        if (status == HttpStatusCode.Conflict && faults.Count > 0 && faults.TrueForAll(f => f.GetProperty("row").ValueKind == JsonValueKind.Null))
        {
            // Colleagues were faster three times: the rows wait until the person says save again.
            tally.Stop();
            return;
        }

        faults.ForEach(f => tally.Faults.Enqueue($"{status}: {f}"));
        foreach (var stale in answer.GetProperty("stale").EnumerateArray())
        {
            var (row, texts) = sent[stale.GetProperty("row").GetInt32()];
            var theirs = stale.GetProperty("theirs");
            var stored = theirs.ValueKind == JsonValueKind.Null ? null : Texts.Of(theirs.GetProperty("typed"));
            if (stored == texts)
            {
                tally.Faults.Enqueue($"A resend met itself as if it were a colleague: {texts?.ToString() ?? "deletion"}");
            }
            else if (!row.Unanswered.Contains(stored))
            {
                tally.Faults.Enqueue($"A colleague's row where nobody else writes: {stored?.ToString() ?? "gone"} instead of {texts}");
            }

            else
            {
                tally.MeetOwn();
            }

            // 全用我的: nobody but this accountant wrote here, so theirs is what was sent before more was typed.
            row.Seen = stored is null ? null : theirs.GetProperty("version").GetInt64();
        }
    }

    private Texts Line() => new($"活动{chance.Next(1, 5)}", $"第{number}位会计第{++typedLines}行", Amount(100), Amount(50), "");

    private string Amount(int from) => (chance.Next(from, from * 1000) + 0.37m).ToString(CultureInfo.InvariantCulture);
}
