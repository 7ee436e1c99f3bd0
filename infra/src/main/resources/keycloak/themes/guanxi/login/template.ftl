<#-- The frame of every log-in page: a pane with the form, and beside it the picture of a network of people. -->
<#macro mark>
<svg class="gx-mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.6" aria-hidden="true"><circle cx="8.5" cy="12" r="6"/><path d="M13 7.2A6 6 0 1 1 13 16.8"/></svg>
</#macro>

<#macro languages>
<#if realm.internationalizationEnabled && locale.supported?size gt 1>
<span class="gx-selectwrap">
  <select id="login-select-toggle" class="gx-select" aria-label="${msg("languages")}" onchange="if (this.value) window.location.href=this.value">
    <#list locale.supported?sort_by("languageTag") as one>
    <option value="${one.url}" lang="${one.languageTag}"${(one.languageTag == locale.currentLanguageTag)?then(' selected','')}>${one.label}</option>
    </#list>
  </select>
</span>
</#if>
</#macro>

<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}"<#if realm.internationalizationEnabled> dir="${(locale.rtl)?then('rtl','ltr')}"</#if>>
<head>
  <meta charset="utf-8">
  <meta name="color-scheme" content="light dark">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <title>${msg("loginTitle", realm.displayName!'')}</title>
  <link rel="icon" type="image/svg+xml" href="${url.resourcesPath}/img/mark.svg">
  <#list properties.styles?split(' ') as style>
  <link rel="stylesheet" href="${url.resourcesPath}/${style}">
  </#list>
  <#-- Keycloak's own scripts import this module by its name. -->
  <script type="importmap">{"imports": {"rfc4648": "${url.resourcesCommonPath}/vendor/rfc4648/rfc4648.js"}}</script>
  <#if scripts??>
    <#list scripts as script>
  <script src="${script}"></script>
    </#list>
  </#if>
  <script type="module" src="${url.resourcesPath}/js/passwordVisibility.js"></script>
  <script type="module">
    <#outputformat "JavaScript">
    import { startSessionPolling, checkAuthSession } from ${(url.resourcesPath + "/js/authChecker.js")?c};
    startSessionPolling(${url.ssoLoginInOtherTabsUrl?c});
    <#if authenticationSession??>
    checkAuthSession(${authenticationSession.authSessionIdHash?c});
    </#if>
    </#outputformat>
  </script>
</head>
<body data-page-id="login-${pageId}">
<div class="gx-login">
  <div class="gx-login__pane">
    <header class="gx-between"><span class="gx-brand"><@mark/>Guanxi</span><@languages/></header>
    <main class="gx-login__box" id="main">
      <h1 id="kc-page-title"><#nested "header"></h1>
      <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
      <div class="gx-between gx-who">
        <#nested "show-username">
        <span class="gx-trunc" id="kc-attempted-username">${auth.attemptedUsername}</span>
        <a id="reset-login" href="${url.loginRestartFlowUrl}">${msg("restartLoginTooltip")}</a>
      </div>
      </#if>
      <#-- Somebody who asked for an action need not be told that it is needed. -->
      <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
      <div class="gx-msg gx-msg--${message.type}" role="alert"><span class="gx-ico gx-ico--${message.type}" aria-hidden="true"></span><span>${kcSanitize(message.summary)?no_esc}</span></div>
      </#if>
      <#if displayRequiredFields><p class="gx-help"><span class="gx-req" aria-hidden="true">*</span> ${msg("requiredFields")}</p></#if>
      <#nested "form">
      <#if auth?has_content && auth.showTryAnotherWayLink()>
      <form id="kc-select-try-another-way-form" action="${url.loginAction}" method="post">
        <input type="hidden" name="tryAnotherWay" value="on">
        <button class="gx-btn gx-btn--l gx-btn--block" id="try-another-way" type="submit">${msg("doTryAnotherWay")}</button>
      </form>
      </#if>
      <#nested "socialProviders">
      <#if displayInfo><div class="gx-muted" id="kc-info"><#nested "info"></div></#if>
    </main>
  </div>
  <div class="gx-login__art">
    <svg viewBox="10 -50 580 580" aria-hidden="true">
      <g class="art-ring"><circle cx="300" cy="240" r="110"/><circle cx="300" cy="240" r="190"/><circle cx="300" cy="240" r="280"/></g>
      <path class="art-tie" d="M300 240L150 150M300 240L470 140M300 240L500 330M300 240L120 350M300 240V420M150 150L60 240M150 150L210 70M470 140L390 60M470 140L560 230M500 330L560 230M300 420L420 450M300 420L200 470M120 350L60 240M150 150L120 350M470 140L500 330"/>
      <g class="art-dot"><circle cx="150" cy="150" r="26"/><circle cx="470" cy="140" r="30"/><circle cx="500" cy="330" r="24"/><circle cx="120" cy="350" r="22"/><circle cx="300" cy="420" r="28"/><circle cx="390" cy="60" r="16"/><circle cx="60" cy="240" r="14"/><circle cx="560" cy="230" r="14"/><circle cx="210" cy="70" r="14"/><circle cx="420" cy="450" r="14"/><circle cx="200" cy="470" r="12"/></g>
      <circle class="art-hub" cx="300" cy="240" r="46"/>
      <g class="art-mark"><circle cx="290" cy="240" r="14"/><path d="M301 229a14 14 0 1 1 0 22"/></g>
    </svg>
  </div>
</div>
</body>
</html>
</#macro>
