using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PerfEval.Data;
using PerfEval.Data.Auditing;
using PerfEval.Domain.Access;

namespace PerfEval.Web.Security;

/// <summary>Who is signed in, read from the database on every request, so that a disabled account or a changed role counts at once.</summary>
public sealed class CurrentPerson
{
    /// <summary>The person as the rules see them.</summary>
    public Actor Actor { get; private set; } = Actor.System;

    /// <summary>Their role; null while none is granted.</summary>
    public Role? Role => Actor.Role;

    /// <summary>Name of their unit.</summary>
    public string OrganisationName { get; private set; } = "";

    /// <summary>True until they have chosen their own password.</summary>
    public bool MustChangePassword { get; private set; }

    /// <summary>True when the installation holds demo data; every page says so.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>Checks the cookie's account against the database and makes it the person of this request.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        var db = services.GetRequiredService<PerfEvalDbContext>();
        var account = int.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await db.Users.Where(u => u.Id == id && !u.IsDisabled).Select(u => new
            {
                u.Id,
                u.DisplayName,
                u.Role,
                u.OrganisationId,
                u.SecurityStamp,
                u.MustChangePassword,
                OrganisationName = u.Organisation!.Name,
                Unit = u.Organisation!.Kind,
                Scope = u.ScopeOrganisation != null ? u.ScopeOrganisation.Path : u.Organisation!.Path,
            }).FirstOrDefaultAsync()
            : null;
        if (account is null || account.SecurityStamp != context.Principal?.FindFirstValue(stampClaim))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        var person = services.GetRequiredService<CurrentPerson>();
        person.Actor = new(account.Id, account.DisplayName, account.Role, account.OrganisationId, account.Scope, account.Unit);
        person.OrganisationName = account.OrganisationName;
        person.MustChangePassword = account.MustChangePassword;
        person.IsDemo = services.GetRequiredService<IConfiguration>().GetValue("Demo", false);

        var undertaking = services.GetRequiredService<Undertaking>();
        undertaking.Actor = person.Actor;
        undertaking.Address = context.HttpContext.Connection.RemoteIpAddress?.ToString();
    }
}
