#include <tendon/tendon.hpp>

#include "music.hpp"

TENDON_ADDON(music) {
  using music::album, music::artist, music::cover, music::player, music::track;

  wrap_class<artist>("Artist").constructor<std::string>(arg("name")).getter<&artist::name>("name");

  // [track]
  wrap_class<track>("Track", doc("One piece of music."))
      .constructor<std::string, double>(arg("title"), arg("seconds") = 180.0)
      .constructor<std::string, int, int>(arg("title"), arg("minutes"), arg("seconds"))
      .static_method<&track::parse>("parse", arg("line"), doc("Reads a line such as `Clair de lune 5:20`."))
      .constant("BEST_RATING", track::best_rating)
      .getter<&track::title>("title")
      .getter<&track::seconds>("seconds")
      .accessor<&track::rating, &track::rate>("rating", doc("From 0 to 5 stars."))
      .property<&track::played_by>("artist", returns(nullable))
      .method<&track::is_longer_than>("isLongerThan", arg("other"));
  // [/track]

  wrap_class<cover>("Cover")
      .constructor<int, int>(arg("width"), arg("height"))
      .property<&cover::width>("width")
      .property<&cover::height>("height");

  // [album]
  wrap_class<album>("Album", doc("Tracks in their order."))
      .constructor<std::string>(arg("title"))
      .readonly<&album::title>("title")
      .property<&album::front>("cover")
      .getter<&album::size>("length")
      .method<&album::add>("add", arg("track"), doc("Takes a track over, and returns the album."))
      .method<&album::at>("at", arg("index"), borrowed)
      .method<&album::find>("find", arg("title"), borrowed, returns(nullable));
  // [/album]

  // [player]
  wrap_class<player>("Player", doc("Plays the tracks of an album."))
      .constructor<album&>(arg("album"), keeps("album"))
      .method<&player::next>("next", borrowed, returns(nullable),
                             doc("The next track, or null after the last."));
  // [/player]
}
