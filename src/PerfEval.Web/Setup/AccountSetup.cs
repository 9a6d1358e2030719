using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using PerfEval.Data;
using PerfEval.Data.Identity;
using PerfEval.Web.Security;

namespace PerfEval.Web.Setup;

/// <summary>Accounts: Identity with cookie, password policy and lockout (等保 2.0 身份鉴别).</summary>
internal static class AccountSetup
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<CurrentPerson>();
        builder.Services.AddIdentityCore<User>(options =>
            {
                options.Password.RequiredLength = 8;
                options.Password.RequiredUniqueChars = 4;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
            })
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddEntityFrameworkStores<PerfEvalDbContext>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddSignInManager<OpenAccountSignIn>()
            .AddDefaultTokenProviders();

        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "perfeval";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = "/account/login";
            cookie.ReturnUrlParameter = "from";
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(builder.Configuration.GetValue("Session:IdleMinutes", 120));
            cookie.SlidingExpiration = true;
            cookie.Events = new CookieAuthenticationEvents
            {
                OnValidatePrincipal = CurrentPerson.ValidateAsync,
                OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                },
                OnRedirectToLogin = context =>
                {
                    // A script must learn that nobody is signed in, not receive the sign-in page as an answer.
                    if (context.Request.Headers.Accept.Contains("application/json"))
                    {
                        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    }
                    else
                    {
                        context.Response.Redirect(context.RedirectUri);
                    }

                    return Task.CompletedTask;
                },
            };
        });

        // Whatever no one thought of is closed.
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(_ => false).Build());
    }
}
