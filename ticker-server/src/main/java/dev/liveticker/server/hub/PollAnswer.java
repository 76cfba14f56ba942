package dev.liveticker.server.hub;

/**
 * What a poll is answered with.
 *
 * @param frame maybe empty; its position is where the next poll goes on
 * @param session to be named by the next poll
 */
public record PollAnswer(Frame frame, String session) {}
