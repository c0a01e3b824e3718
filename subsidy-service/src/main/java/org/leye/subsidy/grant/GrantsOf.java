package org.leye.subsidy.grant;

import java.util.Collection;
import java.util.List;

/** What a subject was granted under some instruments and that still counts. */
@FunctionalInterface
public interface GrantsOf {

    List<Granted> inEffect(String subject, Collection<String> instruments);
}
