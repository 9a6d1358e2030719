using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PerfEval.Data.Identity;

namespace PerfEval.Web.Security;

/// <summary>What the cookie says about a person: id, name, role and security stamp. Everything else is read fresh.</summary>
internal sealed class PersonClaims(UserManager<User> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.Role is { } role)
        {
            identity.AddClaim(new(identity.RoleClaimType, role.ToString()));
        }

        return identity;
    }
}

/// <summary>Signs in open accounts only.</summary>
internal sealed class OpenAccountSignIn(
    UserManager<User> users, IHttpContextAccessor context, IUserClaimsPrincipalFactory<User> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> logger, Microsoft.AspNetCore.Authentication.IAuthenticationSchemeProvider schemes, IUserConfirmation<User> confirmation)
    : SignInManager<User>(users, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(User user) => !user.IsDisabled && await base.CanSignInAsync(user);
}
