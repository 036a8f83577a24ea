using System.Security.Cryptography;
using System.Text;
using Rostering.Core.Messages.Push;

namespace Rostering.Web.Pages.Messages;

/// <summary>By what a browser finds itself among the devices of a page that does not name the secret addresses of them all.</summary>
internal static class DeviceMark
{
    public static string Of(NoticeDevice device) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(device.Endpoint)));
}
