package io.leadlifecycle.consent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a controller of pages whose address is a secret, since it stands in one person's mails: no cache and no
 * other site sees it. Its pages know the {@code company} in whose name they speak.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SecretPage {}
