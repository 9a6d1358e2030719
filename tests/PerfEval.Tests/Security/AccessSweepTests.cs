using System.Net;
using AngleSharp.Html.Parser;
using PerfEval.Web.Security;

namespace PerfEval.Tests.Security;

/// <summary>Every door of the program against everybody who can stand before it.</summary>
public sealed class AccessSweepTests(Sweep sweep) : IClassFixture<Sweep>
{
    private static readonly string[] OpenRoutes = ["/health/live", "/health/ready"];

    [Fact]
    public void Every_handler_has_one_row_and_every_row_a_handler()
    {
        var findings = new Findings();
        foreach (var handler in sweep.Pages)
        {
            // A page without OnGet may stay without a GET row: the filter then refuses it (see the verbs below).
            var rows = AccessTable.Rows.Count(r => r.Page == handler.Page && string.Equals(r.Handler, handler.Key, StringComparison.Ordinal));
            findings.Expect(rows == 1 || (rows == 0 && handler is { Page: "/Account/Logout", Key: "GET" }), $"{handler} has {rows} rows");
        }

        foreach (var row in AccessTable.Rows)
        {
            findings.Expect(sweep.Pages.Any(h => h.Page == row.Page && h.Key == row.Handler), $"row {row.Page} {row.Handler} has no handler");
        }

        findings.Settle(80);
    }

    /// <summary>Besides health there is only the door that leads nowhere.</summary>
    [Fact]
    public void Doors_that_are_no_page_are_known_one_by_one() =>
        Assert.Equal(OpenRoutes.Append("/{*path}").Order(), Handlers.OtherThanPages(sweep.App.Services).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Order());

    [Fact]
    public async Task Health_and_static_files_answer_everybody_and_nothing_else_does()
    {
        var findings = new Findings();
        foreach (var person in sweep.Everybody)
        {
            foreach (var url in OpenRoutes.Append("/css/perfeval.css"))
            {
                var answer = await sweep.SendAsync(person, "GET", url);
                findings.Expect(answer.Status == HttpStatusCode.OK, $"{person.Name} GET {url}: {answer.Code}");
            }

            foreach (var url in new[] { "/perfeval.db", "/data/perfeval.db", "/keys/", "/appsettings.json", "/css/", "/../perfeval.db", "/Pages/Index.cshtml", "/no/such/page" })
            {
                var answer = await sweep.SendAsync(person, "GET", url);
                findings.Expect(answer.Status == HttpStatusCode.NotFound, $"{person.Name} GET {url}: {answer.Code}");
            }
        }

        findings.Settle(70);
    }

    [Fact]
    public async Task Everybody_gets_through_exactly_the_doors_of_the_table()
    {
        var findings = new Findings();
        foreach (var handler in sweep.Pages)
        {
            var row = AccessTable.Find(handler.Page, handler.Verb, handler.Name);
            var url = handler.Url(sweep.IdFor(handler));
            foreach (var person in sweep.Everybody)
            {
                var answer = await sweep.SendAsync(person, handler.Verb, url);
                var (allowed, who) = (AccessTable.Allows(row, person.SignedIn, person.Role), $"{person.Name}（{person.Role}） {handler}: {answer.Code} {answer.Location}");
                if (handler.Page == "/Error")
                {
                    findings.Expect(answer.Code == 404, who);
                }
                else if (allowed)
                {
                    var toLogin = answer.Location?.Contains("/account/login", StringComparison.Ordinal) == true && handler.Page != "/Account/Logout";
                    findings.Expect(!toLogin && answer.Code is not (401 or 403) and < 500 && (handler.Verb == "POST" || answer.Code is 200 or 302 or 404), who);
                    if (handler.Verb == "GET" && person.Role is not Domain.Access.Role.Reviewer && handler.Page != "/Account/Login")
                    {
                        findings.Expect(answer.Code == 200, who);
                    }
                }
                else if (!person.SignedIn)
                {
                    findings.Expect(ToLogin(answer), who);
                }
                else
                {
                    findings.Expect(answer.Status == HttpStatusCode.Forbidden, who);
                }
            }
        }

        findings.Settle(sweep.Pages.Count * 8);
    }

    [Fact]
    public async Task A_post_without_token_is_refused()
    {
        var findings = new Findings();
        foreach (var handler in sweep.Pages.Where(h => h.Verb == "POST" && h.Page != "/Error"))
        {
            foreach (var person in sweep.Everybody)
            {
                var answer = await sweep.SendAsync(person, "POST", handler.Url(sweep.IdFor(handler)), token: false);
                var allowed = AccessTable.Allows(AccessTable.Find(handler.Page, "POST", handler.Name), person.SignedIn, person.Role);
                findings.Expect(
                    allowed ? answer.Code == 400 : person.SignedIn ? answer.Code is 400 or 403 : answer.Code == 400 || ToLogin(answer),
                    $"{person.Name} {handler} without token: {answer.Code}");
                answer = await sweep.SendAsync(person, "POST", handler.Url(sweep.IdFor(handler)), [new("__RequestVerificationToken", "CfDJ8forged")], token: false);
                findings.Expect(answer.Code is 400 or 403 || (!person.SignedIn && ToLogin(answer)), $"{person.Name} {handler} with a forged token: {answer.Code}");
            }
        }

        findings.Settle(300);
    }

    [Fact]
    public async Task Unknown_handlers_and_other_verbs_do_nothing()
    {
        var findings = new Findings();
        foreach (var page in sweep.Pages.Where(h => h.Page != "/Error").GroupBy(h => h.Page).Select(g => g.First()))
        {
            var path = page.Url(sweep.IdFor(page)).Split('?')[0];
            foreach (var person in sweep.Everybody)
            {
                foreach (var (verb, url) in new[]
                {
                    ("POST", path + "?handler=NoSuchHandler"), ("POST", path + "?handler=OnPost"), ("PUT", path), ("DELETE", path), ("PATCH", path),
                    ("OPTIONS", path), ("TRACE", path), ("POST", path + "?handler=Save%20"),
                })
                {
                    var answer = await sweep.SendAsync(person, verb, url);

                    // An unknown name falls back to the page's own POST where there is one: then the table decides about that.
                    var own = verb == "POST" && sweep.Pages.Any(h => h.Page == page.Page && h.Key == "POST");
                    findings.Expect(
                        answer.Code is 400 or 403 or 404 or 405 || ToLogin(answer) || (own && answer.Code is 302 or 409),
                        $"{person.Name} {verb} {url}: {answer.Code}");
                }
            }
        }

        findings.Settle(900);
    }

    [Fact]
    public async Task A_project_out_of_reach_does_not_exist()
    {
        var findings = new Findings();
        var strangers = new[] { sweep["kuaiji2"], sweep["lingdao2"], sweep["pingshen"] };
        foreach (var handler in sweep.ProjectPages)
        {
            foreach (var stranger in strangers.Where(s => AccessTable.Allows(AccessTable.Find(handler.Page, handler.Verb, handler.Name), true, s.Role)))
            {
                var answer = await sweep.SendAsync(stranger, handler.Verb, handler.Url($"{Sweep.Draft}"), Bodies.Harmless(handler));
                findings.Expect(answer.Status == HttpStatusCode.NotFound, $"{stranger.Name} {handler} of somebody else's draft: {answer.Code}");
            }
        }

        findings.Settle(30);
    }

    [Fact]
    public async Task Unknown_ids_and_ids_that_are_none_answer_404()
    {
        var findings = new Findings();
        foreach (var handler in sweep.Pages.Where(h => h.HasId))
        {
            foreach (var person in sweep.Everybody.Where(p => p.SignedIn && AccessTable.Allows(AccessTable.Find(handler.Page, handler.Verb, handler.Name), true, p.Role)))
            {
                foreach (var id in new[] { "999999", "0", "-1", "abc", "6a", "1e3", "99999999999999999999", "6%20or%201=1" })
                {
                    var answer = await sweep.SendAsync(person, handler.Verb, handler.Url(id), Bodies.Harmless(handler));
                    findings.Expect(answer.Status == HttpStatusCode.NotFound, $"{person.Name} {handler} id {id}: {answer.Code}");
                }
            }
        }

        findings.Settle(400);
    }

    [Fact]
    public async Task Rows_of_another_project_are_not_shown_by_query()
    {
        var findings = new Findings();
        foreach (var handler in sweep.ProjectPages.Where(h => h.Verb == "GET"))
        {
            // What stands in the route itself is another matter: see the next test.
            foreach (var parameter in handler.Parameters.Where(p => !handler.Route.Contains($"{{{p.Name}", StringComparison.Ordinal) && p.ParameterType != typeof(bool)))
            {
                if (parameter.Name == "leaf")
                {
                    foreach (var leaf in new[] { sweep.ForeignLeaf, 999_999, 0, -1 })
                    {
                        var answer = await sweep.SendAsync(sweep["kuaiji"], "GET", $"{handler.Url($"{Sweep.Draft}")}?leaf={leaf}");
                        findings.Expect(answer.Status == HttpStatusCode.NotFound, $"{handler} ?leaf={leaf}: {answer.Code}");
                    }

                    continue;
                }

                // A stretch of a text and keys of findings name no row: what is nowhere is not marked.
                if (parameter.Name is "from" or "length" or "point")
                {
                    foreach (var value in new[] { "-1", "0", "2147483647" })
                    {
                        var answer = await sweep.SendAsync(sweep["kuaiji"], "GET", $"{handler.Url($"{Sweep.Draft}")}?{parameter.Name}={value}");
                        findings.Expect(answer.Status == HttpStatusCode.OK, $"{handler} ?{parameter.Name}={value}: {answer.Code}");
                    }

                    continue;
                }

                Assert.True(parameter.ParameterType == typeof(Guid?) || parameter.ParameterType == typeof(Guid), $"{handler} takes “{parameter.Name}”, which the sweep does not know.");
                foreach (var row in sweep.ForeignRows.Append(Guid.NewGuid()))
                {
                    var answer = await sweep.SendAsync(sweep["kuaiji"], "GET", $"{handler.Url($"{Sweep.Draft}")}?{parameter.Name}={row}");
                    findings.Expect(answer.Status == HttpStatusCode.NotFound, $"{handler} ?{parameter.Name}={row}: {answer.Code}");
                }

                var nonsense = await sweep.SendAsync(sweep["kuaiji"], "GET", $"{handler.Url($"{Sweep.Draft}")}?{parameter.Name}=abc");
                findings.Expect(nonsense.Code is 200 or 400 or 404, $"{handler} ?{parameter.Name}=abc: {nonsense.Code}");
            }
        }

        findings.Settle(60);
    }

    [Fact]
    public async Task Evidence_of_another_project_is_not_shown_under_this_one()
    {
        var findings = new Findings();
        foreach (var page in new[] { "", "?download=true", "/view" })
        {
            foreach (var person in new[] { "kuaiji", "lingdao" })
            {
                foreach (var (project, file, code) in new[] { (Sweep.Draft, Sweep.DraftFile, 200), (Sweep.Draft, Sweep.ForeignFile, 404), (Sweep.Foreign, Sweep.DraftFile, 404), (Sweep.Draft, Guid.NewGuid(), 404) })
                {
                    var answer = await sweep.SendAsync(sweep[person], "GET", $"/projects/{project}/evidence/{file}{page}");
                    findings.Expect(answer.Code == code, $"{person} {project} {file}{page}: {answer.Code}");
                }
            }

            var stranger = await sweep.SendAsync(sweep["pingshen"], "GET", $"/projects/{Sweep.Draft}/evidence/{Sweep.DraftFile}{page}");
            findings.Expect(stranger.Code == 404, $"A reviewer sees evidence of a draft: {stranger.Code}");
        }

        findings.Settle(27);
    }

    [Fact]
    public async Task Every_page_is_sent_with_safety_headers_and_without_inline_script_or_style()
    {
        var findings = new Findings();
        var pages = 0;
        foreach (var handler in sweep.Pages.Where(h => h.Verb == "GET"))
        {
            foreach (var person in sweep.Everybody)
            {
                var answer = await sweep.SendAsync(person, "GET", handler.Url(sweep.IdFor(handler)));
                var where = $"{person.Name} {handler} ({answer.Code})";
                var policy = answer.Headers.GetValueOrDefault("Content-Security-Policy") ?? "";
                if (answer.MediaType == "application/pdf")
                {
                    // The things that may be framed, by ourselves: the report in its preview, and evidence in its page.
                    findings.Expect(handler.Page is "/Projects/ReportFile" or "/Projects/EvidenceFile" && policy.Contains("default-src 'none'", StringComparison.Ordinal)
                        && policy.Contains("frame-ancestors 'self'", StringComparison.Ordinal) && !policy.Contains("script", StringComparison.Ordinal), $"{where}: CSP “{policy}”");
                    findings.Expect(answer.Headers.GetValueOrDefault("X-Frame-Options") == "SAMEORIGIN", $"{where}: frames");
                    continue;
                }

                findings.Expect(
                    policy.Contains("default-src 'self'", StringComparison.Ordinal) && policy.Contains("object-src 'none'", StringComparison.Ordinal)
                    && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal) && policy.Contains("base-uri 'none'", StringComparison.Ordinal)
                    && policy.Contains("form-action 'self'", StringComparison.Ordinal) && !policy.Contains("unsafe", StringComparison.Ordinal), $"{where}: CSP “{policy}”");
                findings.Expect(answer.Headers.GetValueOrDefault("X-Content-Type-Options") == "nosniff", $"{where}: nosniff");
                findings.Expect(answer.Headers.GetValueOrDefault("X-Frame-Options") == "DENY", $"{where}: frames");
                findings.Expect(answer.Headers.GetValueOrDefault("Referrer-Policy") == "same-origin", $"{where}: referrer");
                if (answer.MediaType == "text/html")
                {
                    pages++;
                    findings.Expect(answer.Headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) == true, $"{where}: may be cached");
                    foreach (var fault in Inline(answer.Body))
                    {
                        findings.Expect(false, $"{where}: {fault}");
                    }
                }
            }
        }

        Assert.True(pages > 80, $"Only {pages} pages of HTML.");
        findings.Settle(400);
    }

    [Theory]
    [InlineData("<script>1</script>", 1), InlineData("<style>p{}</style>", 1), InlineData("<p style='a:b'>", 1), InlineData("<a onclick='x()'>", 1)]
    [InlineData("<a href='javascript:x()'>", 1), InlineData("<script src='/a.js'></script><p class='on'>on = style=</p>", 0), InlineData("<script src='//evil/a.js'></script>", 1)]
    public void Inline_script_and_style_are_noticed(string html, int faults) => Assert.Equal(faults, Inline(html).Count());

    private static IEnumerable<string> Inline(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.All)
        {
            if (element.LocalName == "style")
            {
                yield return "inline <style>";
            }

            if (element.LocalName == "script" && (element.GetAttribute("src") is not { } src || !src.StartsWith('/') || src.StartsWith("//", StringComparison.Ordinal)))
            {
                yield return "inline or foreign <script>";
            }

            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                {
                    yield return $"<{element.LocalName} {attribute.Name}=…>";
                }
            }
        }
    }

    private static bool ToLogin(Answer answer) =>
        answer.Status == HttpStatusCode.Redirect && answer.Location?.Contains("/account/login", StringComparison.Ordinal) == true;
}
