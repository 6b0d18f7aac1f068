#include "design/pictures/conversion.h"

#include <lcms2.h>

namespace halfstar {
namespace {

/// Neither threads nor errors of one conversion reach another.
struct ContextEnd {
    using pointer = cmsContext;
    void operator()(cmsContext context) const { cmsDeleteContext(context); }
};
struct ProfileEnd {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct TransformEnd {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using Context = std::unique_ptr<cmsContext, ContextEnd>;
using Profile = std::unique_ptr<void, ProfileEnd>;
using Transform = std::unique_ptr<void, TransformEnd>;

/// sRGB's curve (IEC 61966-2-1), so that grays stay what they are.
Profile gray_profile(cmsContext context) {
    const cmsFloat64Number parts[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve* curve = cmsBuildParametricToneCurve(context, 4, parts);
    Profile profile(cmsCreateGrayProfileTHR(context, cmsD50_xyY(), curve));
    cmsFreeToneCurve(curve);
    return profile;
}

Profile open(cmsContext context, std::string_view bytes) {
    return Profile(cmsOpenProfileFromMemTHR(context, bytes.data(), static_cast<cmsUInt32Number>(bytes.size())));
}

} // namespace

struct Conversion::State {
    Context context{cmsCreateContext(nullptr, nullptr)};
    Profile output, srgb, gray;
    Transform of_srgb;
    int channels = 1;

    State() : srgb(cmsCreate_sRGBProfileTHR(context.get())), gray(gray_profile(context.get())) {}

    cmsHPROFILE target() const { return output ? output.get() : gray.get(); }

    /// Relative colours with black point compensation: white stays white, and shadows keep their steps.
    Transform transform(cmsHPROFILE from, int from_channels) const {
        const cmsUInt32Number in = from_channels == 1 ? TYPE_GRAY_8 : TYPE_RGB_8;
        const cmsUInt32Number out = channels == 1 ? TYPE_GRAY_8 : TYPE_CMYK_8;
        return Transform(cmsCreateTransformTHR(context.get(), from, in, target(), out, INTENT_RELATIVE_COLORIMETRIC,
                                               cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE));
    }
};

Conversion::Conversion(std::unique_ptr<State> state) : state_(std::move(state)) {}
Conversion::Conversion(Conversion&&) noexcept = default;
Conversion& Conversion::operator=(Conversion&&) noexcept = default;
Conversion::~Conversion() = default;

Result<Conversion> Conversion::to_gray() {
    auto state = std::make_unique<State>();
    state->of_srgb = state->transform(state->srgb.get(), 3);
    if (!state->of_srgb) return Error{"colours cannot be made gray"};
    return Conversion(std::move(state));
}

Result<Conversion> Conversion::to_cmyk(std::string_view profile) {
    auto state = std::make_unique<State>();
    state->output = open(state->context.get(), profile);
    state->channels = 4;
    if (!state->output || cmsGetColorSpace(state->output.get()) != cmsSigCmykData)
        return Error{"the profile is no ICC profile of four inks"};
    state->of_srgb = state->transform(state->srgb.get(), 3);
    if (!state->of_srgb) return Error{"the ICC profile cannot be used for printing"};
    return Conversion(std::move(state));
}

int Conversion::channels() const { return state_->channels; }

std::array<std::uint8_t, 4> Conversion::colour(Paint paint) const {
    const std::uint8_t from[] = {paint.red, paint.green, paint.blue};
    std::array<std::uint8_t, 4> parts{};
    cmsDoTransform(state_->of_srgb.get(), from, parts.data(), 1);
    return parts;
}

Result<Pixels> Conversion::pixels(const Pixels& pixels, std::string_view embedded) const {
    const Profile own = embedded.empty() ? Profile() : open(state_->context.get(), embedded);
    const bool fits = own && cmsGetColorSpace(own.get()) == (pixels.channels == 1 ? cmsSigGrayData : cmsSigRgbData);
    if (!fits && pixels.channels == 1 && channels() == 1) return pixels;
    const cmsHPROFILE from = fits ? own.get() : pixels.channels == 1 ? state_->gray.get() : state_->srgb.get();
    const Transform transform = state_->transform(from, pixels.channels);
    if (!transform) return Error{"a picture's ICC profile cannot be used"};
    Pixels result{pixels.width, pixels.height, channels(), {}};
    const std::size_t count = std::size_t{pixels.width} * pixels.height;
    result.samples.resize(count * static_cast<std::size_t>(channels()));
    cmsDoTransform(transform.get(), pixels.samples.data(), result.samples.data(), static_cast<cmsUInt32Number>(count));
    return result;
}

} // namespace halfstar
