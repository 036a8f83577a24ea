using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Rostering.Core.Access;

namespace Rostering.Web.Access;

/// <summary>Sign-in by ASP.NET Core Identity on our own accounts, and the one policy that guards every endpoint.</summary>
internal static class AccessServices
{
    /// <summary>How soon a session notices that its account was changed or disabled.</summary>
    private static readonly TimeSpan SessionChecked = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan SessionLasts = TimeSpan.FromHours(12);

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<FollowSignInLink>().AddScoped<MakeSignInLink>().AddSingleton<Navigation>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Cookie));
        services.AddIdentityCore<UserAccount>(Identity).AddUserStore<UserAccountStore>().AddSignInManager().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<UserAccountClaims>().AddUserConfirmation<AccountIsOpen>();
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
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = options.Password.RequireUppercase = options.Password.RequireLowercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 5;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
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
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
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
