package org.leye.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The business name and version of an event, its {@code ce_type}, and the topic that carries it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** For example {@code jobmatch.placement.confirmed.v1}. */
    String value();

    Topic topic();
}
