package org.leye.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The name of a person: letters of any script, spaces, hyphens, apostrophes and the dot between the parts of a name. */
@NotBlank
@Size(max = 100)
@Pattern(regexp = PersonName.LETTERS)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface PersonName {

    String LETTERS = "[\\p{L}\\p{M} .·•'’-]*";

    String message() default "must be the name of a person";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
