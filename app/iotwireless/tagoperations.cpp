#include "iotwireless/operations.h"
#include "iotwireless/shapebuilder.h"

namespace fuotadesk {

using namespace shapes;

namespace {

// As the model has it: no AccessDeniedException.
constexpr std::array TagErrors{Exception::Validation, Exception::NotFound, Exception::Conflict,
                               Exception::Throttling, Exception::Internal};
constexpr std::array AddTagErrors{Exception::Validation, Exception::TooManyTags,
                                  Exception::NotFound,   Exception::Conflict,
                                  Exception::Throttling, Exception::Internal};

ShapeMember resource()
{
    return query("ResourceArn", "resourceArn", text(1011, 1), Need::Required);
}

ShapePtr keys()
{
    const TagPartSpec& key = tagKeySpec();
    const FieldSpec& spec = fieldSpec(Field::Tags);
    return list(text(key.maximum, key.minimum), spec.minimum, spec.maximum);
}

} // namespace

const Operation& tagResourceOperation()
{
    static const Operation result =
        operation("TagResource", {"POST", "/tags", 204},
                  {resource(), body("Tags", tags(), Need::Required)}, {}, AddTagErrors);
    return result;
}

const Operation& untagResourceOperation()
{
    static const Operation result =
        operation("UntagResource", {"DELETE", "/tags", 204},
                  {resource(), query("TagKeys", "tagKeys", keys(), Need::Required)}, {}, TagErrors);
    return result;
}

const Operation& listTagsForResourceOperation()
{
    static const Operation result = operation("ListTagsForResource", {"GET", "/tags", 200},
                                              {resource()}, {body("Tags", tags())}, TagErrors);
    return result;
}

} // namespace fuotadesk
