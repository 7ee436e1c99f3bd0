package io.guanxi.tenantadmin.signup;

import java.util.Locale;

/**
 * Somebody's wish to sign up.
 *
 * @param email  where the link goes
 * @param locale language in which they asked
 */
public record SignUp(long id, String email, Locale locale) {}
