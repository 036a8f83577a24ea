using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rostering.Web.Pages.UserAccounts;

public sealed class SignInModel : PageModel;
