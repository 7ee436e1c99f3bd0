package io.guanxi.infra.browser;

import io.guanxi.infra.system.support.SystemTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the whole product through a browser: beside the running system it may take the {@link Desk}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SystemTest
@ExtendWith(OpenBrowser.class)
public @interface BrowserTest {}
