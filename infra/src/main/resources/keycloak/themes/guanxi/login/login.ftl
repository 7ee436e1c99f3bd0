<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "social-providers.ftl" as identityProviders>
<#import "passkeys.ftl" as passkeys>
<#-- What was wrong is said once above the form and never tells which of the two it was. -->
<#assign wrong = messagesPerField.existsError('username','password')>
<@layout.registrationLayout displayMessage=!wrong displayInfo=(((client.attributes["guanxi.signup"])!"") == "true"); section>
  <#if section = "header">
    ${msg("loginAccountTitle")}
  <#elseif section = "form">
    <#if wrong><div class="gx-msg gx-msg--error" role="alert" id="input-error"><span class="gx-ico gx-ico--error" aria-hidden="true"></span><span>${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</span></div></#if>
    <#if realm.password>
    <form class="gx-form" id="kc-form-login" action="${url.loginAction}" method="post" onsubmit="login.disabled = true; return true;">
      <#if !usernameHidden??>
        <@field.input name="username" label=msg("email") type="email" error="" value=login.username!'' autofocus=!wrong autocomplete=(enableWebAuthnConditionalUI?has_content)?then('username webauthn', 'username')/>
      </#if>
      <@field.password name="password" label=msg("password") error="" forgotPassword=realm.resetPasswordAllowed autofocus=wrong || usernameHidden?? autocomplete="current-password" invalid=wrong/>
      <#if realm.rememberMe && !usernameHidden??>
        <@field.checkbox name="rememberMe" label=msg("rememberMe") value=login.rememberMe??/>
      </#if>
      <input type="hidden" id="id-hidden-input" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
      <button class="gx-btn gx-btn--primary gx-btn--l gx-btn--block" id="kc-login" name="login" type="submit">${msg("doLogIn")}</button>
    </form>
    </#if>
    <@passkeys.conditionalUIData/>
    <#if client.attributes["guanxi.signup"]??>
    <a class="gx-btn gx-btn--l gx-btn--block" id="company-signin" href="${client.baseUrl?keep_before_last("/")}/signin/company">${msg("companySignIn")}</a>
    </#if>
  <#elseif section = "socialProviders">
    <#if realm.password && social.providers?? && social.providers?has_content>
      <@identityProviders.show social=social/>
    </#if>
  <#elseif section = "info">
    <#if ((client.attributes["guanxi.signup"])!"") == "true">
      ${msg("newHere")} <a id="start-free" href="${client.baseUrl?keep_before_last("/")}/signup">${msg("startFree")}</a>
    </#if>
  </#if>
</@layout.registrationLayout>
