/**
 * Whether the server is the one it says it is: what the system trusts, what a person pinned, and what to tell that
 * person of a certificate that is neither.
 */
@NullMarked
package dev.liveticker.feed.tls;

import org.jspecify.annotations.NullMarked;
