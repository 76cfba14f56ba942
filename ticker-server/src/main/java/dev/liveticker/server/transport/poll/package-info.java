/** The feed by long polling and polling, and the way in for clients whose transport cannot send. */
@NullMarked
package dev.liveticker.server.transport.poll;

import org.jspecify.annotations.NullMarked;
