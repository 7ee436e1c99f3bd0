<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#-- Setting up an app for one-time codes: picture or key, then the first code. -->
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('totp','userLabel'); section>
<#if section = "header">
  ${msg("loginTotpTitle")}
<#elseif section = "form">
  <ol class="gx-steps" id="kc-totp-settings">
    <li>${msg("loginTotpStep1")}
      <ul><#list totp.supportedApplications as app><li>${msg(app)}</li></#list></ul>
    </li>
    <#if mode?? && mode = "manual">
      <li>${msg("loginTotpManualStep2")}<p><code id="kc-totp-secret-key">${totp.totpSecretEncoded}</code></p><p><a href="${totp.qrUrl}" id="mode-barcode">${msg("loginTotpScanBarcode")}</a></p></li>
      <li>${msg("loginTotpManualStep3")}
        <ul>
          <li>${msg("loginTotpType")}: ${msg("loginTotp." + totp.policy.type)}</li>
          <li>${msg("loginTotpAlgorithm")}: ${totp.policy.getAlgorithmKey()}</li>
          <li>${msg("loginTotpDigits")}: ${totp.policy.digits}</li>
          <#if totp.policy.type = "totp"><li>${msg("loginTotpInterval")}: ${totp.policy.period}</li><#else><li>${msg("loginTotpCounter")}: ${totp.policy.initialCounter}</li></#if>
        </ul>
      </li>
    <#else>
      <li>${msg("loginTotpStep2")}<p><img class="gx-qr" id="kc-totp-secret-qr-code" src="data:image/png;base64, ${totp.totpSecretQrCode}" alt="${msg("loginTotpScanBarcode")}"></p><p><a href="${totp.manualUrl}" id="mode-manual">${msg("loginTotpUnableToScan")}</a></p></li>
    </#if>
    <li>${msg("loginTotpStep3")}</li>
  </ol>
  <form class="gx-form" id="kc-totp-settings-form" action="${url.loginAction}" method="post" novalidate>
    <@field.input name="totp" label=msg("authenticatorCode") required=true autocomplete="one-time-code"/>
    <input type="hidden" id="totpSecret" name="totpSecret" value="${totp.totpSecret}">
    <#if mode??><input type="hidden" id="mode" name="mode" value="${mode}"></#if>
    <@field.input name="userLabel" label=msg("loginTotpDeviceName") required=(totp.otpCredentials?size gte 1)/>
    <button class="gx-btn gx-btn--l gx-btn--primary gx-btn--block" id="saveTOTPBtn" type="submit">${msg("doSubmit")}</button>
    <#if isAppInitiatedAction??><button class="gx-btn gx-btn--l gx-btn--block" id="cancelTOTPBtn" name="cancel-aia" value="true" type="submit">${msg("doCancel")}</button></#if>
  </form>
</#if>
</@layout.registrationLayout>
