package org.leye.platform.http.datakey;

import org.leye.platform.identity.Actor;

/**
 * Somebody asked for everything to be sealed anew. Told in her transaction, for the trail of such deeds, which this module does
 * not know.
 *
 * @param run the run that was started, or was going on
 * @param key the key that everything is brought under
 */
public record ResealingAsked(Actor by, String run, String key) {}
