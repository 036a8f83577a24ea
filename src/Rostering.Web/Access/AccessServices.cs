using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Rostering.Core.Access;

namespace Rostering.Web.Access;

/// <summary>Sign-in by ASP.NET Core Identity on our own accounts, and the one policy that guards every endpoint.</summary>
internal static class AccessServices
{
    /// <summary>How soon a session notices that its account was changed or disabled.</summary>
    private static readonly TimeSpan SessionChecked = TimeSpan.FromMinutes(1);

    /// <summary>The policy of pages on which someone could try one secret after the other.</summary>
    public const string TriesPolicy = "tries";

    /// <summary>How often one address may try within a minute. A whole office may share it; each account has a limit of its own besides.</summary>
    public const int TriesMax = 30;

    private static readonly TimeSpan SessionLasts = TimeSpan.FromHours(12);

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<FollowSignInLink>().AddScoped<MakeSignInLink>().AddScoped<InviteAccount>().AddScoped<ChangeAccount>().AddScoped<ReadAudit>();
        services.AddSingleton<Navigation>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Cookie));
        services.AddIdentityCore<UserAccount>(Identity).AddUserStore<UserAccountStore>().AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<UserAccount>>(TokenOptions.DefaultAuthenticatorProvider)
            .AddClaimsPrincipalFactory<UserAccountClaims>().AddUserConfirmation<AccountIsOpen>();
        services.AddScoped<WaysIn>().AddScoped<SecondStep>();
        services.Configure<IdentityPasskeyOptions>(Passkeys);
        services.AddRateLimiter(Tries);
        services.AddSingleton<ILookupNormalizer, SignInNames>();
        services.Configure<SecurityStampValidatorOptions>(Validation);
        services.AddDataProtection().SetApplicationName("Rostering");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new ProtectionKeys(scopes));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new PermissionPolicy()).Build());
        services.AddSingleton<IAuthorizationHandler, PermissionPolicy>();
    }

    private static void Identity(IdentityOptions options)
    {
        options.SignIn.RequireConfirmedAccount = true;
        options.User.AllowedUserNameCharacters = string.Empty; // What a sign-in name may hold, the account's terms say.
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = options.Password.RequireUppercase = options.Password.RequireLowercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 5;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    // Found by the device itself, so that no name has to be typed; and opened by its owner alone, so that it counts as two steps.
    private static void Passkeys(IdentityPasskeyOptions options)
    {
        options.ResidentKeyRequirement = "required";
        options.UserVerificationRequirement = "required";
    }

    private static void Tries(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(TriesPolicy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesMax, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(string.Empty));
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "rostering";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = SessionLasts;
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "back";
        options.Events.OnRedirectToAccessDenied = context =>
        {
            if (context.HttpContext.User.CameByInvitation())
            {
                context.Response.Redirect("/account/set-up");
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }

            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = context =>
        {
            // A part of a page cannot be redirected: the whole page has to go.
            if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                context.Response.Headers["HX-Redirect"] = options.LoginPath.Value;
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };
    }

    private static void Validation(SecurityStampValidatorOptions options)
    {
        options.ValidationInterval = SessionChecked;
        options.OnRefreshingPrincipal = context =>
        {
            // How someone came in does not change while they stay.
            ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaims(context.CurrentPrincipal!.FindAll(ClaimTypes.AuthenticationMethod));
            return Task.CompletedTask;
        };
    }
}
