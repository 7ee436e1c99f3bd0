<#-- Fields of the log-in pages: label above, error below and tied to its field. -->
<#macro group name label error="" required=false link="" linkText="">
<div class="gx-field">
  <div class="gx-between"><label for="${name}" class="gx-label">${label}<#if required> <span class="gx-req" aria-hidden="true">*</span></#if></label><#if link?has_content><a class="gx-small" href="${link}">${linkText}</a></#if></div>
  <#nested>
  <div id="input-error-container-${name}" aria-live="polite"><#if error?has_content><span class="gx-err" id="input-error-${name}">${kcSanitize(error)?no_esc}</span></#if></div>
</div>
</#macro>

<#macro input name label value="" required=false autocomplete="off" fieldName=name error=messagesPerField.get(fieldName) autofocus=false type="text">
<@group name=name label=label error=error required=required>
  <input class="gx-input" id="${name}" name="${name}" value="${value}" type="${type}" autocomplete="${autocomplete}"<#if autofocus> autofocus</#if><#if autocomplete == "one-time-code"> inputmode="numeric"</#if><#if error?has_content> aria-invalid="true" aria-describedby="input-error-${name}"</#if>>
</@group>
</#macro>

<#macro password name label value="" required=false forgotPassword=false fieldName=name error=messagesPerField.get(fieldName) autocomplete="off" autofocus=false invalid=false>
<@group name=name label=label error=error required=required link=forgotPassword?then(url.loginResetCredentialsUrl, "") linkText=msg("doForgotPassword")>
  <div class="gx-inputwrap">
    <input class="gx-input" id="${name}" name="${name}" value="${value}" type="password" autocomplete="${autocomplete}"<#if autofocus> autofocus</#if><#if error?has_content || invalid> aria-invalid="true"</#if><#if error?has_content> aria-describedby="input-error-${name}"</#if>>
    <button class="gx-btn gx-btn--ghost gx-btn--icon" type="button" id="${name}-show-password" aria-label="${msg("showPassword")}" aria-controls="${name}" data-password-toggle data-icon-show="gx-ico gx-ico--eye" data-icon-hide="gx-ico gx-ico--eye-off" data-label-show="${msg("showPassword")}" data-label-hide="${msg("hidePassword")}"><i class="gx-ico gx-ico--eye" aria-hidden="true"></i></button>
  </div>
  <#nested>
</@group>
</#macro>

<#macro checkbox name label value=false required=false>
<label class="gx-check" for="${name}"><input type="checkbox" id="${name}" name="${name}"<#if value> checked</#if>><span>${label}</span><#if required> <span class="gx-req" aria-hidden="true">*</span></#if></label>
</#macro>

<#macro clipboard name label ariaLabel=label value="" readonly=true>
<@group name=name label=label>
  <input class="gx-input" id="${name}" name="${name}" value="${value}" type="text" aria-label="${ariaLabel}"<#if readonly> readonly</#if>>
</@group>
</#macro>

<#-- Pages of Keycloak's own that mark a field with an icon: here the error stands below it. -->
<#macro errorIcon error="">
</#macro>
