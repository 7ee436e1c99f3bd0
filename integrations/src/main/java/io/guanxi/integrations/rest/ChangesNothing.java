package io.guanxi.integrations.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that is answered while the company is read-only though its method is none of those that only read: it looks, takes
 * data away, or its service decides.
 * Taking a closing back is one of these.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ChangesNothing {}
