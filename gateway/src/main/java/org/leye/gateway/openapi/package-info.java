/**
 * The catalogue: one OpenAPI document for the whole suite, merged at start from the documents that the builds of the services
 * store under docs/openapi, and the answer that serves it.
 */
@NullMarked
package org.leye.gateway.openapi;

import org.jspecify.annotations.NullMarked;
