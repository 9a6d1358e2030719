using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using PerfEval.Documents.Writing;
using PerfEval.Web.Checks;
using PerfEval.Web.Filters;
using PerfEval.Web.Pages.Projects;
using PerfEval.Web.Reports;
using PerfEval.Web.Security;

namespace PerfEval.Web.Setup;

/// <summary>Razor Pages, their Chinese messages, and what every request must pass.</summary>
internal static class PageSetup
{
    /// <summary>Largest request body of ordinary forms, bytes.</summary>
    private const long LargestBody = 4 * 1024 * 1024;

    public static void AddPages(this WebApplicationBuilder builder)
    {
        var chinese = CultureInfo.GetCultureInfo("zh-CN");
        (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.DefaultThreadCurrentUICulture) = (chinese, chinese);
        ValidatorOptions.Global.LanguageManager.Culture = new CultureInfo("zh-CN");

        builder.WebHost.ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.Configure<RouteOptions>(o => o.LowercaseUrls = true);
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.ViewFeatures.HtmlHelperOptions>(o => o.ClientValidationEnabled = false);
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton(_ => new ReportPrinter(builder.Configuration["Fonts:Folder"]));
        builder.Services.AddScoped<ProjectReports>();
        builder.Services.AddSingleton<CheckCounts>();
        builder.Services.AddScoped<ProjectChecks>();
        builder.Services.AddSingleton(s => new WaitingUploads(Path.Combine(builder.DataFolder(), "uploads"), s.GetRequiredService<TimeProvider>()));
        builder.Services.AddAntiforgery(o => o.Cookie.Name = "perfeval.form");
        builder.Services
            .AddRazorPages(pages =>
            {
                AccessTable.ApplyTo(pages.Conventions);
                pages.Conventions.Add(new OwnPrefix());
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<HandlerAccessFilter>();
                options.Filters.Add<FirstPasswordFilter>();
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.MaxModelBindingCollectionSize = 6000;
                options.MaxModelValidationErrors = 1000;
                Speak(options.ModelBindingMessageProvider);
            });
    }

    public static void UseSafety(this WebApplication app)
    {
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        if (!app.Environment.IsDevelopment() && app.Configuration.GetValue("Https:Required", false))
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseMiddleware<SafetyHeaders>();
    }

    public static void UseStaticFilesAndRouting(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Query.ContainsKey("v") ? "public,max-age=31536000,immutable" : "public,max-age=600",
        });
        app.UseRouting();
        app.UseRateLimiter();
    }

    public static void UseSignIn(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapPagesAndHealth(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapHealth();

        // The fallback policy would call an unknown address forbidden.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
    }

    private static void Speak(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => $"“{field}”填写的“{Short(value)}”不正确，请检查后重新填写");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{Short(value)}”不正确");
        messages.SetMissingBindRequiredValueAccessor(field => $"缺少“{field}”");
        messages.SetMissingKeyOrValueAccessor(() => "缺少内容");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "请求内容为空");
        messages.SetUnknownValueIsInvalidAccessor(field => $"“{field}”填写不正确");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写不正确");
        messages.SetValueIsInvalidAccessor(value => $"“{Short(value)}”不正确");
        messages.SetValueMustBeANumberAccessor(field => $"“{field}”应填数字");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "应填数字");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写此项");
    }

    private static string Short(string value) => value.Length > 40 ? value[..40] + "…" : value;
}
