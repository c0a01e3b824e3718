package org.leye.jobmatch.person;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as it sounds, for comparing what two systems wrote: full-width and half-width forms, the several dots between the
 * parts of a Uyghur or Kazakh name, spaces and capitals make no difference.
 */
record SpokenName(String letters) {

    private static final Pattern DOTS_AND_SPACES = Pattern.compile("[\\s.·•・]+");

    static SpokenName of(String written) {
        var form = Normalizer.normalize(written, Normalizer.Form.NFKC);
        return new SpokenName(DOTS_AND_SPACES.matcher(form).replaceAll("").toLowerCase(Locale.ROOT));
    }

    /** Nothing of it: this may stand in a log line. */
    @Override
    public String toString() {
        return "SpokenName[]";
    }
}
