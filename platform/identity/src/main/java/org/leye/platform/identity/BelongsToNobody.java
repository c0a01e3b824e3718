package org.leye.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a repository whose records belong to no town, person or firm, such as the law itself: it is asked without a {@link Scope},
 * and the caller's role alone opens it.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BelongsToNobody {}
